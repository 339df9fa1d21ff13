import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { viewOf } from './queries.js';

/** `GET /api/enterprises` */
export const listEnterprises: ReadHandler<'enterprises'> = async ({ query, services: { db } }) => {
  const read = await db
    .selectFrom('records')
    .select(['key', 'value', 'hash'])
    .where('type', '=', 'ent')
    .where('key', '>', `ent~${query.cursor ?? ''}`)
    .orderBy('key')
    .limit(query.limit + 1)
    .execute();
  const { rows, next } = pageOf(read, query.limit, (last) => last.key.slice('ent~'.length));
  return { enterprises: await Promise.all(rows.map((row) => viewOf(db, row))), next };
};
