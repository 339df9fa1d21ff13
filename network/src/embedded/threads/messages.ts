/** What passes between the ledger's thread and those that run peers: plain data only. */
import type { ChaincodeDefinition, EmbeddedOrganisation } from '../definition.js';
import type { ChaincodeResponse } from '../chaincode/response.js';
import type { PeerAnswer, PeerProposal } from '../peers/peer.js';

/** What a thread is started with. */
export interface ThreadStart {
  readonly folder: string;
  readonly organisations: readonly EmbeddedOrganisation[];
  readonly countersign: boolean;
}

/** A definition whose contracts the thread imports by itself. */
export type ThreadDefinition = Omit<ChaincodeDefinition, 'contracts'> & { readonly module: string };

/** A definition as a thread gets it. @throws when it does not say where its contracts are. */
export const threadDefinition = ({
  contracts: _,
  module,
  ...definition
}: ChaincodeDefinition): ThreadDefinition => {
  if (module === undefined) throw new Error(`${definition.name} names no module for peer threads`);
  return { ...definition, module };
};

/** How a peer may be asked. */
export type Asking = 'endorse' | 'query';

/** A proposal to be run on organisations' peers; asked for a query, on the first one's. */
export interface Run {
  readonly kind: 'run';
  readonly id: number;
  readonly asking: Asking;
  readonly organisations: readonly string[];
  readonly creatorMsp: string;
  readonly age: number;
  readonly proposal: PeerProposal;
}

/** Keys cross as one text, which is far cheaper than a list; being bytes as Latin-1 they cannot hold this. */
const BETWEEN_KEYS = '\u0100';

/** Keys as one text. */
export const joinKeys = (keys: readonly string[]): string => keys.join(BETWEEN_KEYS);

/** The keys of such a text. */
export const splitKeys = (text: string): readonly string[] => text.split(BETWEEN_KEYS);

/** To a peer thread. */
export type Order =
  | { readonly kind: 'install'; readonly definition: ThreadDefinition }
  | { readonly kind: 'turn'; readonly age: number; readonly changed: string }
  | { readonly kind: 'drop'; readonly age: number }
  | { readonly kind: 'close' }
  | Run;

/** What came of a run. */
export type RunOutcome =
  | { readonly asking: 'endorse'; readonly answers: readonly PeerAnswer[] }
  | { readonly asking: 'query'; readonly response: ChaincodeResponse }
  | { readonly asking: 'failed'; readonly mspId: string; readonly reason: string };

/** From a peer thread. */
export type Report =
  | { readonly kind: 'open' }
  | { readonly kind: 'turned'; readonly age: number }
  | { readonly kind: 'ran'; readonly id: number; readonly outcome: RunOutcome };
