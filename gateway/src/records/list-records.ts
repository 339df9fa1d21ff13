import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { sql, type Expression, type SqlBool } from 'kysely';
import { isReaderOf } from '../access/authority-readers.js';
import { batchFieldOf, isPublicType, maySeeBatch } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler, ReadRequest } from '../http/read-handler.js';
import { LOAD_OF_INCIDENT } from './load-of-incident.js';
import { viewOf } from './record-view.js';

type Request = ReadRequest<'records'>;

const CURSOR = /^(\d{1,15}) (.{1,300})$/;

const parseCursor = (cursor: string): { block: number; key: string } => {
  const [, block, key] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || key === undefined) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return { block: Number(block), key };
};

/** Condition on records of a batch: what goods move under names batches in its contents. */
const isAbout = (type: KeyType, field: string, batch: string): Expression<SqlBool> => {
  if (type === 'obj') return sql<SqlBool>`value -> 'contents' @> ${JSON.stringify([{ batch }])}::jsonb`;
  if (field === 'batches') return sql<SqlBool>`value -> 'batches' ? ${batch}`;
  return sql<SqlBool>`value ->> ${sql.lit(field)} = ${batch}`;
};

/** Filter → the types of records that have it. */
const FILTERED = {
  drill: ['inv', 'rec', 'stop'],
  state: ['inc'],
  subject: ['inc'],
} as const satisfies Partial<Readonly<Record<keyof Request['query'], readonly KeyType[]>>>;

/** @throws ApiError QUERY_INVALID */
const assertFilters = (query: Request['query']): void => {
  for (const [filter, types] of Object.entries(FILTERED)) {
    const isAsked = query[filter as keyof typeof FILTERED] !== undefined;
    if (isAsked && !(types as readonly KeyType[]).includes(query.type)) {
      throw new ApiError('QUERY_INVALID', { issues: [filter] });
    }
  }
};

/** Records of the page; public types need no reader, others the caller among them. */
const pageQuery = (db: Database, { query, caller }: Request) => {
  const { type, batch, drill, state, subject, limit } = query;
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const field = batchFieldOf(type) ?? 'batch';
  return db
    .selectFrom('records')
    .select(['key', 'type', 'value', 'hash', 'block', 'tx_id'])
    .where('type', '=', type)
    .$if(batch !== undefined, (select) => select.where(isAbout(type, field, batch ?? '')))
    .$if(drill !== undefined, (select) => select.where(sql<SqlBool>`value ->> 'drill' = ${drill}`))
    .$if(state !== undefined, (select) => select.where(sql<SqlBool>`value ->> 'state' = ${state}`))
    .$if(subject !== undefined, (select) => select.where(sql<SqlBool>`${LOAD_OF_INCIDENT} = ${subject}`))
    .$if(!isPublicType(type) && batchFieldOf(type) === undefined, (select) =>
      select.where(isReaderOf('records.key', caller)),
    )
    .$if(after !== undefined, (select) =>
      select.where((eb) =>
        eb.or([
          eb('block', '<', after?.block ?? 0),
          eb.and([eb('block', '=', after?.block ?? 0), eb('key', '>', after?.key ?? '')]),
        ]),
      ),
    )
    .orderBy('block', 'desc')
    .orderBy('key')
    .limit(limit + 1);
};

/** `GET /api/records`: what is seen by way of a batch is listed for a batch only; a foreign batch has no records. */
export const listRecords: ReadHandler<'records'> = async (request) => {
  const { query, caller, services } = request;
  assertFilters(query);
  if (batchFieldOf(query.type) !== undefined) {
    if (query.batch === undefined) throw new ApiError('QUERY_INVALID', { issues: ['batch'] });
    if (!(await maySeeBatch(services.db, caller, query.batch))) return { records: [], next: null };
  }
  const read = await pageQuery(services.db, request).execute();
  const { rows, next } = pageOf(read, query.limit, (last) => `${String(last.block)} ${last.key}`);
  return { records: rows.map(viewOf), next };
};
