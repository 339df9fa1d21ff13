/** What is known of objects, by their names on the ledger. */
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { LEDGER } from '../epcis/own-acts/own-event-rows.js';

/** An event that names an object. */
export interface EventRow {
  readonly epc: string;
  readonly captor: string;
  readonly hash: string;
  readonly event_time: string;
  readonly record_time: string;
  readonly biz_step: string | null;
  readonly disposition: string | null;
  readonly tx_id: string;
  readonly place: string | null;
  /** As the event spells it. */
  readonly parent: string | null;
  /** Who acted, of an act of the ledger. */
  readonly actor: string | null;
}

/** Older sightings of an object that is seen more often than this are not looked at. */
const MOST_SIGHTINGS = 200;

/** The latest events of objects that were not declared wrong. */
export const selectSightings = async (
  db: Database,
  epcs: readonly string[],
): Promise<readonly EventRow[]> => {
  const { rows } = await sql<EventRow>`
    select s.*, (select t.parties #>> '{0,enterprise}' from transactions as t
      where s.captor = ${LEDGER} and t.tx_id = s.tx_id and t.code = 0 limit 1) as actor
    from (
      select distinct on (x.epc, e.event_time, e.enterprise, e.hash) x.epc, e.enterprise as captor, e.hash,
        e.event_time, e.record_time, e.biz_step, e.disposition, e.tx_id,
        coalesce(e.facts #>> '{is,readPoint,0}', e.facts #>> '{is,bizLocation,0}') as place,
        case when e.type = 'AggregationEvent' then e.event::jsonb ->> 'parentID' end as parent,
        dense_rank() over (partition by x.epc order by e.event_time desc, e.enterprise, e.hash) as rank
      from epcis_epcs as x
      join epcis_events as e on e.enterprise = x.enterprise and e.hash = x.hash and e.declared = x.declared
      where x.epc like 'urn:yaosu:c:%' and x.epc = any(${[...epcs]}) and x.declared = ''
        and not exists (select 1 from epcis_events as d
          where d.enterprise = e.enterprise and d.hash = e.hash and d.declared <> '')
    ) as s where s.rank <= ${MOST_SIGHTINGS}`.execute(db);
  return rows;
};

/** Areas of sites by GLN. */
export const selectAreas = async (db: Database, glns: readonly string[]): Promise<Map<string, string>> => {
  if (glns.length === 0) return new Map();
  const rows = await db
    .selectFrom('sites')
    .select(['gln', 'area'])
    .where(sql<boolean>`gln = any(${[...glns]})`)
    .orderBy('enterprise')
    .execute();
  return new Map(rows.map(({ gln, area }) => [gln, area]));
};

/** Lots that objects are of, as far as the ledger knows them one by one. */
export const selectBatches = async (
  db: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const keys = codes.flatMap((code) => [`unit~${code}`, `obj~${code}`]);
  const { rows } = await sql<{ key: string; batches: string[] }>`
    select key, case when type = 'unit' then array[value ->> 'batch']
      else array(select distinct c ->> 'batch' from jsonb_array_elements(value -> 'contents') as c) end as batches
    from records where key = any(${keys})`.execute(db);
  const found = new Map<string, readonly string[]>();
  for (const { key, batches } of rows) found.set(key.slice(key.indexOf('~') + 1), batches.sort());
  return found;
};

/** Who stands on lots, holds or held some of them, or is to receive some. */
export const selectHolders = async (
  db: Database,
  batches: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (batches.length === 0) return new Map();
  const { rows } = await sql<{ batch: string; holders: string[] }>`
    select batch, array_agg(distinct holder) as holders from (
      select batch, enterprise as holder from batch_readers
      where batch = any(${[...batches]}) and reason <> 'grant' and enterprise not like '@%'
      union select p.batch, s.value ->> 'consignee' from parcels as p
        join records as s on s.key = 'ship~' || p.shipment where p.batch = any(${[...batches]})
    ) as known where holder is not null group by batch`.execute(db);
  return new Map(rows.map(({ batch, holders }) => [batch, holders]));
};
