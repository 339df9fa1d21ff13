import { ApiError } from '../api/api-error.js';
import type { IdentifierView } from '../api/identifiers.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import type { HandleRow } from './handle-rows.js';

const CURSOR = /^\d{1,15}$/;

/** An identifier as its enterprise is shown it. */
export const identifierViewOf = (row: HandleRow): IdentifierView => ({
  ...{ handle: row.handle, template: row.template, values: row.value.length, deleted: row.deleted },
  ...{ madeAt: row.made_at, changedAt: row.changed_at },
  ...{ sync: row.sync, syncedAt: row.synced_at, refusal: row.refusal },
});

/** `GET /api/identifiers` */
export const listIdentifiers: ReadHandler<'identifiers'> = async ({
  query: { sync, contains, cursor, limit },
  caller: { enterprise },
  services: { db },
}) => {
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  let asked = db.selectFrom('identifiers').selectAll().where('enterprise', '=', enterprise);
  if (sync !== undefined) asked = asked.where('sync', '=', sync);
  if (contains !== undefined)
    asked = asked.where((on) => on(on.fn('strpos', ['handle', on.val(contains)]), '>', 0));
  if (cursor !== undefined) asked = asked.where('change', '<', Number(cursor));
  const read = await asked
    .orderBy('change', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, ({ change }) => String(change));
  return { identifiers: rows.map(identifierViewOf), next };
};
