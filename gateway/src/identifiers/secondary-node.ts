/** The port to a secondary node (二级节点). */
import type { HandleValue } from '../api/identifiers.js';

/** An identifier as the secondary node gets it: what everybody may read of it. */
export interface SentHandle {
  readonly handle: string;
  readonly templateVersion: string;
  readonly value: readonly HandleValue[];
}

/** What the secondary node has said: it did so, it has one already, it has none, or it will not. */
export type NodeVerdict =
  | { readonly state: 'done' | 'exists' | 'missing' }
  | { readonly state: 'refused'; readonly code: string; readonly text: string };

/** A secondary node. Every call throws when no answer came that could be understood: what it has done is then not known. */
export interface SecondaryNode {
  /** How pages call it. */
  readonly name: string;
  register(handle: SentHandle): Promise<NodeVerdict>;
  change(handle: SentHandle): Promise<NodeVerdict>;
  remove(handle: string): Promise<NodeVerdict>;
}
