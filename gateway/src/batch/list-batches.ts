import { ApiError } from '../api/api-error.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { batchesOf, viewOf } from './queries.js';

const CURSOR = /^(\d{1,15})~([0-9a-f]{64})$/;

const parseCursor = (cursor: string): { block: number; batch: string } => {
  const [, block, batch] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || batch === undefined) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return { block: Number(block), batch };
};

/** `GET /api/batches`, the newest first */
export const listBatches: ReadHandler<'batches'> = async ({ query, caller, services: { db } }) => {
  const { kind, disposition, limit } = query;
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const read = await batchesOf(db, caller)
    .$if(kind !== undefined, (select) => select.where('batches.kind', '=', kind ?? ''))
    .$if(disposition !== undefined, (select) => select.where('batches.disposition', '=', disposition ?? ''))
    .$if(after !== undefined, (select) =>
      select.where((eb) =>
        eb.or([
          eb('batches.block', '<', after?.block ?? 0),
          eb.and([eb('batches.block', '=', after?.block ?? 0), eb('batches.batch', '>', after?.batch ?? '')]),
        ]),
      ),
    )
    .orderBy('batches.block', 'desc')
    .orderBy('batches.batch')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, (last) => `${String(last.block)}~${last.batch}`);
  return { batches: rows.map(viewOf), next };
};
