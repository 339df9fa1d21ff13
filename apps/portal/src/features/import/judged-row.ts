/** What was found in a row of a file. */
import type { LeafKind } from '../../lib/act-form/leaf-kinds.js';
import type { Row } from './column.js';
import type { Suspicion } from './normalise.js';

/** What is wrong with a cell: a suspicion, a lack, a double, or that it is not of the column's kind. */
export type Wrong =
  | { readonly why: Suspicion | 'missing' | 'tooLong' | 'onLedger' }
  | { readonly why: 'duplicate'; readonly of: number }
  | { readonly why: 'kind'; readonly kind: LeafKind };

/** A cell that is wrong. */
export type Problem = Wrong & { readonly column: string };

/** A row of a file after it was looked at. */
export interface JudgedRow {
  readonly line: number;
  /** As they stand in the file, by column. */
  readonly cells: Readonly<Record<string, string>>;
  readonly row: Row;
  readonly problems: readonly Problem[];
}

/** Whether nothing is wrong with a row. */
export const isGood = ({ problems }: JudgedRow): boolean => problems.length === 0;
