/** Proofs of what a read shows, to whom it is shown. */
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { visibleKeys } from '../network/visible-keys.js';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { readRecall } from '../recall/read-recall.js';
import { readRecord } from '../records/read-record.js';
import type { Services } from '../services.js';
import { readTrail } from '../trace/read-trail.js';
import { newBundle } from './new-bundle.js';

const rowsOf = async ({ db }: Services, keys: readonly string[]) =>
  db
    .selectFrom('records')
    .select(['key', 'value', 'block', 'tx_id'])
    .where('key', 'in', [...keys])
    .execute();

/** `GET /api/records/{key}/proof`: for whom may see the record */
export const readRecordProof: ReadHandler<'recordProof'> = async (request) => {
  const { services, params } = request;
  await readRecord(request as never);
  return { bundle: await newBundle(services, await rowsOf(services, [params.key])) };
};

/** `GET /api/trail/{id}/proof`: every record that the trail shows, as it is now */
export const readTrailProof: ReadHandler<'trailProof'> = async (request) => {
  const { services } = request;
  const { lines } = await readTrail(request as never);
  const keys = [...new Set(lines.flatMap((line) => line.keys))];
  if (keys.length === 0) throw new ApiError('RECORD_NOT_FOUND');
  return { bundle: await newBundle(services, await rowsOf(services, keys)) };
};

const RECALL_TYPES = ['inv', 'rec', 'recb', 'stop', 'ans'];

/** `GET /api/recalls/{id}/proof`: the recall, its scope, stops and responses, as far as the caller may see them */
export const readRecallProof: ReadHandler<'recallProof'> = async (request) => {
  const { services, params, caller } = request;
  await readRecall(request as never);
  const { id } = params;
  const rows = await services.db
    .selectFrom('records')
    .select('key')
    .where('type', 'in', RECALL_TYPES)
    .where('key', 'like', `%${id}%`)
    .execute();
  const keys = rows.map(({ key }) => key).filter((key) => splitKey(key)?.parts.includes(id));
  const own = [`inv~${id}`, `rec~${id}`].filter((key) => keys.includes(key));
  const visible = new Set([...own, ...(await visibleKeys(services.db, caller, keys))]);
  return { bundle: await newBundle(services, await rowsOf(services, [...visible])) };
};
