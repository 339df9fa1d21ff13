import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { cursorAfter, newestAfter } from './batch-pages.js';
import { batchesOf, viewOf } from './queries.js';

/** `GET /api/batches`, the newest first */
export const listBatches: ReadHandler<'batches'> = async ({ query, caller, services: { db } }) => {
  const { kind, disposition, limit, cursor } = query;
  const read = await newestAfter(batchesOf(db, caller), cursor)
    .$if(kind !== undefined, (select) => select.where('batches.kind', '=', kind ?? ''))
    .$if(disposition !== undefined, (select) => select.where('batches.disposition', '=', disposition ?? ''))
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, cursorAfter);
  return { batches: rows.map(viewOf), next };
};
