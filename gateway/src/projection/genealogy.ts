import type { EdgeRecord, StopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type { Projector } from './projector.js';

/** What grew from what, and what is stopped. */
export const genealogyProjectors = {
  edge: async ({ db, origin, value, parts: [direction] }) => {
    // Each edge lies under two keys; one row suffices.
    if (direction !== 'f') return;
    const { from, to, kind } = value as unknown as EdgeRecord;
    await db
      .insertInto('edges')
      .values({ from_batch: from, to_batch: to, kind, ...origin })
      .onConflict((conflict) => conflict.columns(['from_batch', 'to_batch']).doUpdateSet({ kind }))
      .execute();
  },
  stop: async ({ db, origin, value }) => {
    const { batch, investigation, provisional, lifted, placedAt } = value as unknown as StopRecord;
    await db
      .insertInto('stops')
      .values({ batch, investigation, provisional, lifted, placed_at: placedAt, ...origin })
      .onConflict((conflict) =>
        conflict.columns(['batch', 'investigation']).doUpdateSet({ provisional, lifted }),
      )
      .execute();
  },
} satisfies Partial<Record<string, Projector>>;
