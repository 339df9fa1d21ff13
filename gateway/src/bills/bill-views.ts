import type { BillView } from '../api/bills.js';
import type { BillStates } from './bill-states.js';
import type { BillRow } from './queries.js';

/** A bill as it is shown to its enterprise. */
export const billViewOf = (row: BillRow, states: BillStates): BillView => {
  const { id, kind, partner, subject, at, day, batches, lines, quantity, block, tx_id: txId, reverses } = row;
  const step = states.of(id);
  return {
    ...{ id, kind, partner, subject, at, day, batches, quantity, block, txId, reverses },
    lines: lines.length,
    state: step?.state ?? 'notSent',
    stateAt: step?.at ?? null,
    platform: step?.platform ?? null,
    externalNo: step?.externalNo ?? null,
    refusal: step?.refusal ?? null,
  };
};
