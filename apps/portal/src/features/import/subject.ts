/** What can be brought in: an act, and the table that its rows are made of. */
import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Column, Row } from './column.js';

/** What a schema says against a row. */
export interface Issue {
  readonly column: string;
  readonly isTooLong: boolean;
}

/** What pages tell of an act whose rows can be brought in. */
export interface SubjectHead {
  readonly act: ActHead;
  readonly columns: readonly Column[];
  /** Columns that tell one row from another. */
  readonly sameness: readonly string[];
  /** Whether a read can tell that a row is on the ledger already. */
  readonly isLookedUp: boolean;
}

/** An act whose rows can be brought in. */
export interface Subject extends Pick<SubjectHead, 'columns' | 'sameness'> {
  readonly act: Act;
  /** How many rows are on their way at the most. */
  readonly atOnce: number;
  /** What the schemas of the peers say against a row of an enterprise; nothing is stored. */
  check(row: Row, own: string): Promise<readonly Issue[]>;
  /** What is signed of a row: its texts are stored on the way. @throws ApiError */
  payload(row: Row, own: string): Promise<Readonly<Record<string, unknown>>>;
  /** The keys of records that a row would make, where a read can tell that they are there. @throws ApiError */
  makes?(row: Row, own: string): Promise<string>;
}

/** Rows on their way at the most, unless each depends on the one before. */
export const A_FEW = 3;

/** Name of an act, e.g. `Batch.register`, as addresses and kept imports have it. */
export const nameOf = ({ contract, name }: Pick<Act, 'contract' | 'name'>): string => `${contract}.${name}`;
