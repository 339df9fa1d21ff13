/** Which records belong to batches: their own, their stock's shipments with what was read there, their waste, and incidents with either. */
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { LOAD_OF_INCIDENT } from '../records/load-of-incident.js';

interface Keyed {
  readonly key: string;
}

const keysOf = (rows: readonly Keyed[]): string[] => rows.map(({ key }) => key);

const ofBatches = async (db: Database, batches: readonly string[]): Promise<string[]> =>
  keysOf(
    await db
      .selectFrom('records')
      .select('key')
      .where('type', 'in', ['batch', 'qa', 'hold', 'stop', 'com', 'doc', 'unit', 'recb', 'parcel'])
      .where(sql<string>`value ->> 'batch'`, 'in', [...batches])
      .execute(),
  );

const containersOf = async (db: Database, batches: readonly string[]): Promise<string[]> =>
  keysOf(
    await db
      .selectFrom('records')
      .innerJoin('parcels', (join) => join.on('records.key', '=', sql<string>`'obj~' || parcels.container`))
      .select('records.key')
      .distinct()
      .where('parcels.batch', 'in', [...batches])
      .execute(),
  );

const shipmentsOf = async (db: Database, batches: readonly string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('parcels')
    .select('shipment')
    .distinct()
    .where('batch', 'in', [...batches])
    .where('shipment', 'is not', null)
    .execute();
  return rows.map(({ shipment }) => shipment ?? '');
};

const ofShipments = async (db: Database, shipments: readonly string[]): Promise<string[]> => {
  if (shipments.length === 0) return [];
  return keysOf(
    await db
      .selectFrom('records')
      .select('key')
      .where('type', 'in', ['ship', 'page', 'exc'])
      .where(sql<string>`value ->> 'shipment'`, 'in', [...shipments])
      .execute(),
  );
};

const wasteOf = async (db: Database, batches: readonly string[]): Promise<string[]> => {
  const fills = await db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('type', '=', 'fill')
    .where(sql<boolean>`value -> 'sources' ?| ${sql.val([...batches])}::text[]`)
    .execute();
  const drums = [...new Set(fills.map(({ value }) => String(value['drum'])))];
  if (drums.length === 0) return [];
  const records = await db
    .selectFrom('records')
    .select(['key', 'value'])
    .where(
      'key',
      'in',
      drums.map((drum) => `drum~${drum}`),
    )
    .execute();
  const manifests = records.map(({ value }) => value['manifest']).filter((each) => typeof each === 'string');
  return [...keysOf(fills), ...keysOf(records), ...manifests.map((manifest) => `man~${manifest}`)];
};

/** What was reported of loads; their keys are among those of other records. */
const incidentsWith = async (db: Database, keys: readonly string[]): Promise<string[]> => {
  const loads = keys.filter((key) => /^(ship|man)~/.test(key));
  if (loads.length === 0) return [];
  return keysOf(
    await db
      .selectFrom('records')
      .select('key')
      .where('type', '=', 'inc')
      .where(LOAD_OF_INCIDENT, 'in', loads)
      .execute(),
  );
};

/** Keys of everything that belongs to these batches, each once. */
export const linkedKeys = async (db: Database, batches: readonly string[]): Promise<readonly string[]> => {
  if (batches.length === 0) return [];
  const [own, containers, shipments, waste] = await Promise.all([
    ofBatches(db, batches),
    containersOf(db, batches),
    shipmentsOf(db, batches).then((found) => ofShipments(db, found)),
    wasteOf(db, batches),
  ]);
  const incidents = await incidentsWith(db, [...shipments, ...waste]);
  return [...new Set([...own, ...containers, ...shipments, ...waste, ...incidents])];
};
