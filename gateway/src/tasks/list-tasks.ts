import { sql, type SqlBool } from 'kysely';
import { isReaderOf } from '../access/authority-readers.js';
import { ApiError } from '../api/api-error.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { taskViewOf } from './find-task.js';

const CURSOR = /^(\d{1,15}) (task~[0-9a-f]{64})$/;

/** Where the next page starts. */
const after = (cursor: string | undefined): { block: number; key: string } | undefined => {
  if (cursor === undefined) return undefined;
  const [, block, key] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || key === undefined) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return { block: Number(block), key };
};

/** `GET /api/tasks` */
export const listTasks: ReadHandler<'tasks'> = async ({ query, caller, services: { db } }) => {
  const { state, side, cursor, limit } = query;
  const start = after(cursor);
  const read = await db
    .selectFrom('records')
    .selectAll()
    .where('type', '=', 'task')
    .where(isReaderOf('records.key', caller))
    .$if(state !== undefined, (select) => select.where(sql<SqlBool>`value ->> 'state' = ${state ?? ''}`))
    .$if(side !== undefined, (select) =>
      select.where(sql<SqlBool>`value ->> ${sql.lit(side ?? '')} = ${caller.enterprise}`),
    )
    .$if(start !== undefined, (select) =>
      select.where(
        sql<SqlBool>`(block < ${start?.block ?? 0} or (block = ${start?.block ?? 0} and key > ${start?.key ?? ''}))`,
      ),
    )
    .orderBy('block', 'desc')
    .orderBy('key')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, (last) => `${String(last.block)} ${last.key}`);
  return { tasks: rows.map(taskViewOf), next };
};
