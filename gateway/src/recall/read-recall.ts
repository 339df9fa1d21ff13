import { sql } from 'kysely';
import { fromMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { Caller } from '../access/caller.js';
import { mayRead } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import { bare } from '../enterprise/queries.js';
import type { ReadHandler } from '../http/read-handler.js';
import { recordValue } from '../projection/directory.js';

type Recall = ReadAnswer<'recall'>;
type Value = Readonly<Record<string, unknown>>;

/** Who investigates, who may begin to, who answers for the drug, and drug authorities of the place with a purpose. */
const maySee = async (
  db: Database,
  caller: Caller,
  key: string,
  investigation: Value,
  recall?: Value,
): Promise<boolean> => {
  const parties = [investigation['starter'], recall?.['mah'], recall?.['opener']];
  if (parties.includes(caller.enterprise)) return true;
  const mayBegin = investigation['starter'] === null ? (investigation['concerned'] as string[]) : [];
  if (mayBegin.includes(caller.enterprise)) return true;
  return caller.authority?.subject === 'drug' && (await mayRead(db, caller, key, investigation));
};

const membersOf = async (db: Database, investigation: string): Promise<Recall['members']> => {
  const rows = await db
    .selectFrom('stops')
    .innerJoin('batches', 'batches.batch', 'stops.batch')
    .leftJoin('records', (join) =>
      join.on('records.key', '=', sql<string>`'recb~' || stops.investigation || '~' || stops.batch`),
    )
    .select([
      'stops.batch',
      'stops.provisional',
      'stops.lifted',
      'batches.kind',
      'batches.owner',
      'records.value',
    ])
    .where('stops.investigation', '=', investigation)
    .orderBy('batches.block')
    .orderBy('stops.batch')
    .execute();
  return rows.map(({ batch, kind, owner, provisional, lifted, value }) => ({
    batch,
    kind,
    owner,
    stopped: lifted ? 'lifted' : provisional ? 'provisional' : 'confirmed',
    verdict: (value?.['decision'] as { verdict?: 'inScope' | 'excluded' } | null)?.verdict ?? null,
  }));
};

const holdersOf = async (
  db: Database,
  recall: string,
  batches: readonly string[],
): Promise<Recall['holders']> => {
  if (batches.length === 0) return [];
  const rows = await db
    .selectFrom('parcels')
    .leftJoin('records', (join) =>
      join.on('records.key', '=', sql<string>`${`ans~${recall}~`}::text || parcels.holder`),
    )
    .select(['parcels.batch', 'parcels.holder', 'parcels.unit'])
    .select(sql<string>`sum(parcels.quantity)::text`.as('quantity'))
    .select(sql<string | null>`records.value ->> 'stage'`.as('response'))
    .where('parcels.is_spent', '=', false)
    .where('parcels.batch', 'in', [...batches])
    .groupBy(['parcels.batch', 'parcels.holder', 'parcels.unit', 'records.value'])
    .orderBy('parcels.batch')
    .orderBy('parcels.holder')
    .execute();
  return rows.map((row) => ({ ...row, quantity: fromMillionths(BigInt(row.quantity)) }));
};

const responsesOf = async (db: Database, recall: string): Promise<Recall['responses']> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('key', 'like', `ans~${recall}~%`)
    .orderBy('key')
    .execute();
  return rows.map(({ value }) => {
    const { enterprise, stage, at, counts } = value as unknown as Recall['responses'][number];
    return { enterprise, stage, at, counts };
  });
};

/** When the closure was sealed as a whole, by its last part. */
const sealedAtOf = async (db: Database, { investigation, state }: Value): Promise<string | null> => {
  if (state === 'signalled' || state === 'investigating') return null;
  const row = await db
    .selectFrom('transactions')
    .select('timestamp')
    .where('code', '=', 0)
    .where('contract', '=', 'Recall')
    .where('act', '=', 'seal')
    .where(sql<boolean>`keys ? ${`inv~${String(investigation)}`}`)
    .orderBy('block', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.timestamp ?? null;
};

/** `GET /api/recalls/{id}`: of others' investigations nothing is known here */
export const readRecall: ReadHandler<'recall'> = async ({ params: { id }, caller, services: { db } }) => {
  const investigation = await recordValue(db, `inv~${id}`);
  const recall = await recordValue(db, `rec~${id}`);
  if (investigation === undefined || !(await maySee(db, caller, `inv~${id}`, investigation, recall))) {
    throw new ApiError('RECORD_NOT_FOUND');
  }
  const batches = (recall?.['batches'] ?? []) as readonly string[];
  return {
    investigation: bare(investigation),
    recall: recall === undefined ? null : bare(recall),
    sealedAt: await sealedAtOf(db, investigation),
    members: await membersOf(db, id),
    holders: await holdersOf(db, id, batches),
    responses: await responsesOf(db, id),
  };
};
