/** Judges the objects that a block's events name, and keeps what does not go together. */
import { judgeObject } from '@yaosu/chaincode/model/alert/judge-sighting';
import type { Alert } from '@yaosu/chaincode/model/alert/sighting';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { sql } from 'kysely';
import type { StoredSighting } from '../db/alert-tables.js';
import type { Database } from '../db/open-database.js';
import { loadHistories, type EventSighting, type ObjectHistory } from './load-histories.js';

/** Objects that are judged by one round of queries. */
const MOST_AT_ONCE = 2_000;

const stored = ({ row, step, holder, parent, source }: EventSighting): StoredSighting => ({
  ...{ step, holder, parent, source },
  at: row.event_time,
  recordedAt: row.record_time,
  place: row.place,
  event: row.hash,
  captor: row.captor,
  txId: row.tx_id,
});

const encoder = new TextEncoder();

/** The same two sightings make the same alert, whenever they are judged. */
const rowOf = ({ epc, sightings, batches }: ObjectHistory, alert: Alert) => {
  const find = (id: string): EventSighting | undefined => sightings.find((each) => each.id === id);
  const [sighting, other] = [find(alert.sighting.id), find(alert.other?.id ?? '')];
  const named = [alert.class, epc, alert.sighting.id, alert.other?.id ?? ''];
  return {
    id: sha256Hex(encoder.encode(JSON.stringify(named))),
    ...{ epc, batches, class: alert.class, cause: alert.cause, whose: alert.whose },
    sighting: sighting === undefined ? null : stored(sighting),
    other: other === undefined ? null : stored(other),
  };
};

const save = async (db: Database, block: number, histories: readonly ObjectHistory[]): Promise<void> => {
  const rows = histories.flatMap((history) => judgeObject(history).map((alert) => rowOf(history, alert)));
  const [epcs, ids] = [histories.map(({ epc }) => epc), rows.map(({ id }) => id)];
  await sql`update alerts set settled_block = ${block}::bigint
    where epc = any(${epcs}) and settled_block is null and id <> all(${ids})`.execute(db);
  if (rows.length === 0) return;
  await sql`insert into alerts (id, epc, class, cause, whose, batches, sighting, other, block)
    select id, epc, class, cause, whose, batches, sighting, nullif(other, 'null'::jsonb), ${block}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id text, epc text, class text, cause text, whose text,
      batches text[], sighting jsonb, other jsonb)
    on conflict (id) do update set cause = excluded.cause, whose = excluded.whose, batches = excluded.batches,
      settled_block = null`.execute(db);
};

/** Brings the alerts of objects up to date, whichever order their sightings came in. */
export const raiseAlerts = async (db: Database, block: number, epcs: readonly string[]): Promise<void> => {
  for (let from = 0; from < epcs.length; from += MOST_AT_ONCE) {
    const histories = await loadHistories(db, epcs.slice(from, from + MOST_AT_ONCE));
    const several = histories.filter(
      ({ sightings }) => sightings.length > 1 || sightings[0]?.source === 'reported',
    );
    if (several.length > 0) await save(db, block, several);
  }
};
