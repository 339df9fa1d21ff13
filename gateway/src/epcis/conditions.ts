/** What a query asks events to have; every condition counts. */
import type { EpcPart } from './event-rows.js';

/** One identifier that is looked for: itself, or everything that a pattern names. */
export interface EpcMatch {
  readonly epc: string;
  /** SQL patterns of further identifiers that match. */
  readonly patterns: readonly string[];
  /** The same identifier as the ledger names it, when it knows its kind. */
  readonly ledgerName?: string | undefined;
}

/** How numbers and times are compared. */
export type Operator = '=' | '>' | '>=' | '<' | '<=';

/** One condition. */
export type Condition =
  | {
      readonly kind: 'column';
      readonly column: 'type' | 'action' | 'biz_step' | 'disposition';
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'range';
      readonly column: 'event_time' | 'record_time';
      readonly operator: Operator;
      readonly value: string;
    }
  | { readonly kind: 'id'; readonly ids: readonly string[]; readonly hashes: readonly string[] }
  | { readonly kind: 'epc'; readonly parts: readonly EpcPart[]; readonly epcs: readonly EpcMatch[] }
  /** One of the values under one of the names. */
  | { readonly kind: 'fact'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly name: string; readonly operator: Operator; readonly value: number }
  | { readonly kind: 'time'; readonly name: string; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'has'; readonly name: string; readonly isThere: boolean }
  /** A place that master data puts below one of the values, or one of them. */
  | { readonly kind: 'within'; readonly name: string; readonly values: readonly string[] }
  /** A value that master data gives one of the attributes, or the attribute one of the values. */
  | { readonly kind: 'hasAttribute'; readonly name: string; readonly attributes: readonly string[] }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly attribute: string;
      readonly values: readonly string[];
    };

/** By what events are ordered: a column, or a fact of theirs. */
export interface Order {
  readonly by: 'event_time' | 'record_time' | { readonly fact: string };
  readonly direction: 'asc' | 'desc';
}

/** A query, read and checked. */
export interface EventQuery {
  readonly conditions: readonly Condition[];
  readonly order: Order;
  /** No more events than so many, over all pages. */
  readonly eventCountLimit: number | undefined;
  /** More events than so many are refused. */
  readonly maxEventCount: number | undefined;
  readonly perPage: number;
  readonly nextPageToken: string | undefined;
}
