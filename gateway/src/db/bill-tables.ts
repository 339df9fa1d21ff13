/** Tables of bills for trace platforms. */
import type { BillKindName, PackLevel } from '../api/bill-kinds.js';
import type { Json, Origin } from './tables.js';

/** Packs of a lot under one code, or loose ones. */
export interface BillLine {
  /** Hash of the canonical code; null for loose packs. */
  readonly code: string | null;
  readonly level: PackLevel;
  readonly batch: string;
  /** Decimal. */
  readonly quantity: string;
  readonly unit: string;
}

/** `bills`: what acts of the ledger are as bills, at most one a transaction. */
export interface BillsTable extends Origin {
  /** Follows from transaction and kind. */
  id: string;
  enterprise: string;
  kind: BillKindName;
  partner: string | null;
  /** Key of the record that it is about. */
  subject: string;
  /** Code of the pack, of a bill about a single one. */
  unit: string | null;
  /** When it happened. */
  at: string;
  /** Calendar day of that in China. */
  day: string;
  lines: Json<BillLine[]>;
  batches: string[];
  /** Sum of the lines, decimal. */
  quantity: string;
  /** Place of the transaction in its block. */
  position: number;
  /** The bill that this one takes back. */
  reverses: string | null;
}
