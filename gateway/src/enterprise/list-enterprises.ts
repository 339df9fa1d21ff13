import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { viewOf } from './queries.js';

/** Organisations' own keys speak for enterprises of these names; they are no firms. */
const HOST_PREFIX = 'host-';

/** `GET /api/enterprises` */
export const listEnterprises: ReadHandler<'enterprises'> = async ({ query, services: { db } }) => {
  const read = await db
    .selectFrom('records')
    .select(['key', 'value', 'hash', 'block', 'tx_id'])
    .where('type', '=', 'ent')
    .where('key', '>', `ent~${query.cursor ?? ''}`)
    .where('key', 'not like', `ent~${HOST_PREFIX}%`)
    .orderBy('key')
    .limit(query.limit + 1)
    .execute();
  const { rows, next } = pageOf(read, query.limit, (last) => last.key.slice('ent~'.length));
  return { enterprises: await Promise.all(rows.map((row) => viewOf(db, row))), next };
};
