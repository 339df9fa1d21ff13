import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import type { DeskItem } from '../api/quality.js';
import type { Database } from '../db/open-database.js';
import { deskBatches, deskExcursions, type Asked } from './desk-facts.js';
import { itemsOfBatch, itemsOfExcursion } from './desk-items.js';

/** A desk, and the batches that were looked at for it. */
export interface Desk {
  readonly items: readonly DeskItem[];
  readonly batches: readonly BatchRecord[];
}

/** All that waits for the quality of the caller's own firm; an authority has no such desk. */
export const readDesk = async (db: Database, asked: Asked): Promise<Desk> => {
  const { authority, enterprise, kid, person, at } = asked.caller;
  if (authority !== null) return { items: [], batches: [] };
  const asking = { as: { enterprise, kid, person }, at };
  const [batches, excursions] = await Promise.all([deskBatches(db, asked), deskExcursions(db, asked)]);
  return {
    batches: batches.map(({ value }) => value),
    items: [
      ...batches.flatMap((each) => itemsOfBatch(each, asking)),
      ...excursions.flatMap((each) => itemsOfExcursion(each, asking)),
    ],
  };
};
