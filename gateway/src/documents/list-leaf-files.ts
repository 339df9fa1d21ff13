import type { DocumentRecord, GrantRecord } from '@yaosu/chaincode/model/document/schemas';
import { mayRead } from '@yaosu/chaincode/rules/document/may-read';
import { sql } from 'kysely';
import type { ReadHandler } from '../http/read-handler.js';
import { pageOf } from '../http/paging.js';
import { nowInstant } from '../ports.js';

/** `GET /api/leaf-files`: leaf files that others have opened to the caller's enterprise and that are open now, by id. */
export const listLeafFiles: ReadHandler<'leafFiles'> = async ({ query, caller, services: { db, ports } }) => {
  const { cursor = '', limit } = query;
  const read = await db
    .selectFrom('record_readers')
    .innerJoin('records as grants', 'grants.key', 'record_readers.key')
    .innerJoin('records as docs', (join) =>
      join.on('docs.key', '=', sql<string>`'doc~' || (${sql.ref('grants.value')} ->> 'document')`),
    )
    .select(['grants.value as grant', 'docs.value as document'])
    .where('record_readers.enterprise', '=', caller.enterprise)
    .where('grants.type', '=', 'grant')
    .where(sql`${sql.ref('grants.value')} ->> 'enterprise'`, '=', caller.enterprise)
    .where(sql`${sql.ref('docs.value')} ->> 'kind'`, '=', 'leafFile')
    .where('docs.key', '>', `doc~${cursor}`)
    .orderBy('docs.key')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, ({ document }) => String(document['document']));
  const now = nowInstant(ports.clock);
  const files = rows
    .map(({ grant, document }) => ({ grant: grant as GrantRecord, document: document as DocumentRecord }))
    .filter(({ grant, document }) => mayRead(document, grant, caller.enterprise, now))
    .map(({ document: { document, batch } }) => ({ document, batch }));
  return { files, next };
};
