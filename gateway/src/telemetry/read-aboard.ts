/** What loads carry with them besides goods: the newest readings, excursions, and the profiles that they are judged by. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ExcursionRecord, ProfileRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { pointsOf } from '@yaosu/chaincode/rules/telemetry/summarise';
import { sql } from 'kysely';
import type { LoadView } from '../api/load-reads.js';
import type { Database } from '../db/open-database.js';

/** Of shipments by their ids, and profiles by their keys. */
export interface Aboard {
  readonly last: ReadonlyMap<string, NonNullable<LoadView['last']>>;
  readonly excursions: ReadonlyMap<string, readonly ExcursionRecord[]>;
  readonly profiles: ReadonlyMap<string, ProfileRecord>;
}

/** Key of the profile that a shipment names. */
export const profileKeyOf = ({ profile }: ShipmentRecord): string | null =>
  profile === null ? null : keyOf('prof', profile.product, String(profile.edition));

interface PageRow {
  readonly logger: string;
  readonly shipment: string;
  readonly from: string;
  readonly intervalSeconds: number;
  readonly values: number[];
}

/** The newest reading of each shipment out of the last page of each of its loggers. */
const readLast = async (db: Database, shipments: readonly string[]): Promise<Aboard['last']> => {
  const { rows } =
    await sql<PageRow>`select distinct on (shipment, logger) shipment, logger, from_time as "from",
      interval_seconds as "intervalSeconds", differences as "values"
    from readings where shipment = any(${[...shipments]}::text[])
    order by shipment, logger, sequence desc`.execute(db);
  const last = new Map<string, NonNullable<LoadView['last']>>();
  for (const { shipment, logger, ...page } of rows) {
    const point = pointsOf({ sequence: 0, ...page }).at(-1);
    if (point === undefined) continue;
    const at = new Date(point.at).toISOString();
    if ((last.get(shipment)?.at ?? '') < at) last.set(shipment, { logger, at, centiCelsius: point.value });
  }
  return last;
};

const readExcursions = async (db: Database, shipments: readonly string[]): Promise<Aboard['excursions']> => {
  const { rows } = await sql<{ shipment: string; value: ExcursionRecord }>`
    select s.id as shipment, e.value from unnest(${[...shipments]}::text[]) as s (id)
    join records as e on e.key > 'exc~' || s.id || '~' and e.key < 'exc~' || s.id || '~~'
    order by e.key`.execute(db);
  const found = new Map<string, ExcursionRecord[]>();
  for (const { shipment, value } of rows) found.set(shipment, [...(found.get(shipment) ?? []), value]);
  return found;
};

const readProfiles = async (db: Database, keys: readonly string[]): Promise<Aboard['profiles']> => {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('records').select(['key', 'value']).where('key', 'in', keys).execute();
  return new Map(rows.map(({ key, value }) => [key, value as unknown as ProfileRecord]));
};

/** Reads it of all loads at once. */
export const readAboard = async (db: Database, loads: readonly ShipmentRecord[]): Promise<Aboard> => {
  const ids = loads.map(({ shipment }) => shipment);
  const keys = [...new Set(loads.map(profileKeyOf))].filter((key) => key !== null);
  const [last, excursions, profiles] = await Promise.all([
    readLast(db, ids),
    readExcursions(db, ids),
    readProfiles(db, keys),
  ]);
  return { last, excursions, profiles };
};
