import type { BillView } from '../api/bills.js';
import type { BillStates } from './bill-states.js';
import type { BillRow } from './queries.js';

const UNTOLD = { state: 'notSent', at: null, platform: null, externalNo: null, refusal: null } as const;

/** A bill as it is shown to its enterprise. */
export const billViewOf = (row: BillRow, states: BillStates): BillView => {
  const { id, kind, partner, subject, at, day, batches, lines, quantity, block, tx_id: txId, reverses } = row;
  const { state, at: stateAt, platform, externalNo, refusal } = states.of(id) ?? UNTOLD;
  return {
    ...{ id, kind, partner, subject, at, day, batches, quantity, block, txId, reverses },
    lines: lines.length,
    ...{ state, stateAt, platform, externalNo, refusal },
  };
};
