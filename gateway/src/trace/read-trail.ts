import { sql } from 'kysely';
import { maySeeBatch, mayRead } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import type { ReadHandler, ReadRequest } from '../http/read-handler.js';
import { openCasesOf } from './case-closure.js';
import { markDrills } from '../recall/mark-drills.js';
import { linkedKeys } from './linked-keys.js';
import { reportedEvents } from './reported-events.js';

type Trail = ReadAnswer<'trail'>;
type Request = ReadRequest<'trail'>;

/** Batches of the trail that the caller may see; a case opens all of them. */
const visibleBatches = async (
  { caller, services }: Request,
  batches: readonly string[],
): Promise<{ readonly batches: readonly string[]; readonly byCase: boolean }> => {
  const [root = ''] = batches;
  const cases = await openCasesOf(services, caller);
  const opened = cases.filter((each) => each.batches.has(root));
  if (opened.length > 0) {
    return {
      batches: batches.filter((batch) => opened.some((each) => each.batches.has(batch))),
      byCase: true,
    };
  }
  const visible = await Promise.all(batches.map((batch) => maySeeBatch(services.db, caller, batch)));
  return { batches: batches.filter((_, i) => visible[i]), byCase: false };
};

const visibleKeysOf = async (
  { caller, services: { db } }: Request,
  keys: readonly string[],
  byCase: boolean,
): Promise<ReadonlySet<string>> => {
  if (byCase || keys.length === 0) return new Set(keys);
  const rows = await db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('key', 'in', [...keys])
    .execute();
  const visible = await Promise.all(rows.map(({ key, value }) => mayRead(db, caller, key, value)));
  return new Set(rows.filter((_, i) => visible[i]).map(({ key }) => key));
};

/** Every transaction that wrote one of the keys, in the order of the ledger. */
const linesOf = async ({ services: { db } }: Request, keys: ReadonlySet<string>): Promise<Trail['lines']> => {
  if (keys.size === 0) return [];
  const rows = await db
    .selectFrom('transactions')
    .selectAll()
    .where('code', '=', 0)
    .where(sql<boolean>`keys ?| ${sql.val([...keys])}::text[]`)
    .orderBy('block')
    .orderBy('index')
    .execute();
  const lines = rows.map(({ block, tx_id: txId, timestamp, contract, act, parties, keys: written }) => ({
    block,
    txId,
    at: timestamp,
    contract,
    act,
    signers: parties,
    keys: written.filter((key) => keys.has(key)),
  }));
  return markDrills(db, lines);
};

/** Edges that join two of these batches. */
const edgesOf = async (
  { services: { db } }: Request,
  batches: readonly string[],
): Promise<Trail['edges']> => {
  const rows = await db
    .selectFrom('edges')
    .select(['from_batch as from', 'to_batch as to', 'kind'])
    .where('from_batch', 'in', [...batches])
    .where('to_batch', 'in', [...batches])
    .orderBy('block')
    .orderBy('from_batch')
    .orderBy('to_batch')
    .execute();
  return rows;
};

/** `GET /api/trail/{id}`: where a batch comes from, or what became of it; a foreign batch is answered like a random id */
export const readTrail: ReadHandler<'trail'> = async (request) => {
  const { params, query, services } = request;
  const reached = services.graph.closure([params.id], query.direction);
  const { batches, byCase } = await visibleBatches(
    request,
    reached.map(({ batch }) => batch),
  );
  if (batches[0] !== params.id) throw new ApiError('BATCH_NOT_FOUND');
  const known = await services.db
    .selectFrom('batches')
    .select(['batch', 'kind', 'owner', 'disposition', 'market'])
    .where('batch', 'in', [...batches])
    .execute();
  if (!known.some(({ batch }) => batch === params.id)) throw new ApiError('BATCH_NOT_FOUND');
  const levels = new Map(reached.map(({ batch, level }) => [batch, level]));
  const keys = await visibleKeysOf(request, await linkedKeys(services.db, batches), byCase);
  return {
    batches: batches.flatMap((batch) => {
      const row = known.find((each) => each.batch === batch);
      return row === undefined ? [] : [{ ...row, level: levels.get(batch) ?? 0 }];
    }),
    edges: await edgesOf(request, batches),
    hidden: reached.length - batches.length,
    lines: await linesOf(request, keys),
    reported: await reportedEvents(services.db, request.caller, { batches, keys }),
  };
};
