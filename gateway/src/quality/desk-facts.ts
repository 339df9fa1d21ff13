/** What is open at the quality desk of a firm, as the projection has it. */
import type { HoldRecord, StopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import type { QualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { MARKETED } from '@yaosu/chaincode/rules/stock/assert-usable';
import { sql } from 'kysely';
import { isReaderOf } from '../access/authority-readers.js';
import type { Caller } from '../access/caller.js';
import type { Database } from '../db/open-database.js';

/** A record with its hash. */
export interface Kept<T> {
  readonly key: string;
  readonly hash: string;
  readonly value: T;
}

/** A batch, since when it is as it is, and all that its releases rest on. */
export interface DeskBatch extends Kept<BatchRecord> {
  readonly since: string;
  readonly quality: readonly Kept<QualityRecord>[];
  readonly holds: readonly Kept<HoldRecord>[];
  readonly stops: readonly StopRecord[];
  readonly inputs: readonly BatchRecord[];
}

/** An excursion that waits, its shipment, and who holds the authorisation of each batch on board. */
export interface DeskExcursion extends Kept<ExcursionRecord> {
  readonly load: ShipmentRecord;
  readonly mahs: readonly (string | null)[];
}

/** Who asks, and of which batch alone. */
export interface Asked {
  readonly caller: Caller;
  readonly batch: string | undefined;
}

// As the partial indices have them (migration 12).
const OPEN_QUALITY = sql`type = 'qa' and value -> 'closed' = 'null'::jsonb and value ->> 'verdict' is distinct from 'pass'`;
const OPEN_HOLD = sql`type = 'hold' and value -> 'liftedBy' = 'null'::jsonb`;
const OPEN_EXCURSION = sql`type = 'exc' and value -> 'disposition' = 'null'::jsonb`;

type BatchRow = Kept<BatchRecord> & { readonly since: string };

/** Batches that wait for a release, have something open, or are held by the firm. */
const readBatches = async (db: Database, { caller, batch }: Asked): Promise<readonly BatchRow[]> => {
  const { enterprise } = caller;
  const { rows } = await sql<BatchRow>`
    select r.key, r.hash, r.value, t.timestamp as since from batches as b
    join records as r on r.key = 'batch~' || b.batch
    join transactions as t on t.tx_id = r.tx_id and t.code = 0
    where ${batch === undefined ? sql`true` : sql`b.batch = ${batch}`} and (
      (b.issuer = ${enterprise} or b.owner = ${enterprise} or b.mah = ${enterprise}) and (
        b.disposition in ('inProcess', 'quarantine')
        or (b.disposition = 'released' and b.market = 'none' and b.kind = any(${[...MARKETED]}::text[]))
        or b.batch in (select value ->> 'batch' from records where ${OPEN_QUALITY})
        or b.batch in (select value ->> 'batch' from records where ${OPEN_HOLD}))
      or b.batch in (select value ->> 'batch' from records
        where ${OPEN_HOLD} and value -> 'placedBy' ->> 'enterprise' = ${enterprise}))`.execute(db);
  return rows;
};

type OfBatch = Kept<QualityRecord | HoldRecord | StopRecord> & { readonly type: string };

const readOfBatches = async (db: Database, batches: readonly string[]): Promise<readonly OfBatch[]> => {
  const { rows } = await sql<OfBatch>`
    select key, type, hash, value from records
    where type in ('qa', 'hold', 'stop') and value ? 'batch'
      and value ->> 'batch' = any(${[...batches]}::text[]) order by block, key`.execute(db);
  return rows;
};

interface InputRow {
  readonly batch: string;
  readonly value: BatchRecord;
}

/** Batches that went directly into these. */
const readInputs = async (db: Database, batches: readonly string[]): Promise<readonly InputRow[]> => {
  const { rows } = await sql<InputRow>`
    select e.to_batch as batch, r.value from edges as e
    join records as r on r.key = 'batch~' || e.from_batch
    where e.to_batch = any(${[...batches]}::text[]) order by e.from_batch`.execute(db);
  return rows;
};

const byBatch = <T>(rows: readonly T[], batchOf: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const known = found.get(batchOf(row));
    if (known === undefined) found.set(batchOf(row), [row]);
    else known.push(row);
  }
  return found;
};

/** Batches with something that waits, or may. */
export const deskBatches = async (db: Database, asked: Asked): Promise<readonly DeskBatch[]> => {
  const rows = await readBatches(db, asked);
  const ids = rows.map(({ value }) => value.batch);
  const [records, inputs] = await Promise.all([readOfBatches(db, ids), readInputs(db, ids)]);
  const recordsOf = byBatch(records, ({ value }) => value.batch);
  const inputsOf = byBatch(inputs, ({ batch }) => batch);
  return rows.map((row) => {
    const { batch } = row.value;
    const ofType = <T>(type: string) =>
      (recordsOf.get(batch) ?? []).filter((each) => each.type === type) as unknown as readonly Kept<T>[];
    return {
      ...row,
      quality: ofType<QualityRecord>('qa'),
      holds: ofType<HoldRecord>('hold'),
      stops: ofType<StopRecord>('stop').map(({ value }) => value),
      inputs: (inputsOf.get(batch) ?? []).map(({ value }) => value),
    };
  });
};

/** Excursions without a disposition on shipments that the caller may see. */
export const deskExcursions = async (
  db: Database,
  { caller, batch }: Asked,
): Promise<readonly DeskExcursion[]> => {
  const ofBatch = sql`s.value -> 'lines' @> ${JSON.stringify([{ batch }])}::jsonb`;
  const { rows } = await sql<DeskExcursion>`
    select e.key, e.hash, e.value, s.value as load, (
      select coalesce(jsonb_agg(b.mah), '[]'::jsonb) from jsonb_array_elements(s.value -> 'lines') as l
      join batches as b on b.batch = l ->> 'batch') as mahs
    from (select key, hash, value from records where ${OPEN_EXCURSION}) as e
    join records as s on s.key = 'ship~' || (e.value ->> 'shipment')
    where ${isReaderOf('s.key', caller)}
      and ${batch === undefined ? sql`true` : ofBatch}`.execute(db);
  return rows;
};
