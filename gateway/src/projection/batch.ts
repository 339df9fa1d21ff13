import type * as z from 'zod';
import type { batchRecord } from '@yaosu/chaincode/model/batch/schemas';
import type { Projector } from './projector.js';

/** Batches. */
export const batchProjectors = {
  batch: async ({ db, origin, value }) => {
    const { batch, issuer, owner, manufacturer, mah, kind, disposition } = value as z.infer<
      typeof batchRecord
    >;
    await db
      .insertInto('batches')
      .values({ batch, issuer, owner, manufacturer, mah, kind, disposition, ...origin })
      .onConflict((conflict) => conflict.column('batch').doUpdateSet({ owner, mah, disposition }))
      .execute();
  },
} satisfies Partial<Record<string, Projector>>;
