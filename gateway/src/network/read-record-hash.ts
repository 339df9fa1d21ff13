import { mayKnowAbsence, mayRead } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';

/** `GET /api/records/{key}/hash` */
export const readRecordHash: ReadHandler<'recordHash'> = async ({
  params: { key },
  caller,
  services: { db },
}) => {
  const row = await db
    .selectFrom('records')
    .select(['value', 'hash'])
    .where('key', '=', key)
    .executeTakeFirst();
  const isAllowed =
    row === undefined ? mayKnowAbsence(caller, key) : await mayRead(db, caller, key, row.value);
  if (!isAllowed) throw new ApiError('RECORD_NOT_FOUND');
  return { key, hash: row?.hash ?? null };
};
