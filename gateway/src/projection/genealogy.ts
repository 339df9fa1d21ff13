import type { EdgeRecord, StopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type { Projector } from './projector.js';

/** What grew from what, and what is stopped. */
export const genealogyProjectors = {
  edge: ({ rows, origin, value, parts: [direction] }) => {
    // Each edge lies under two keys; one row suffices.
    if (direction !== 'f') return;
    const { from, to, kind } = value as unknown as EdgeRecord;
    rows.put('edges', { from_batch: from, to_batch: to, kind, ...origin });
  },
  stop: ({ rows, origin, value }) => {
    const { batch, investigation, provisional, lifted, placedAt } = value as unknown as StopRecord;
    rows.put('stops', { batch, investigation, provisional, lifted, placed_at: placedAt, ...origin });
  },
} satisfies Partial<Record<string, Projector>>;
