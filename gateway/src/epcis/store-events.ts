/** Puts captured events and master data into the read model. */
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import type { Origin } from '../db/tables.js';
import type { EventRows } from './event-rows.js';
import type { MasterEntry } from './master-data.js';

const RECORDS = sql`x(hash text, declared text, event_id text, type text, event_time text, action text, biz_step text,
  disposition text, position int, context text, event text, facts jsonb)`;

/** Whose capture, by which attestation, and when it came. */
interface Captured {
  readonly enterprise: string;
  readonly attestation: string;
  readonly receivedAt: string;
}

/** Stores events that were not here yet. @returns how many; one statement whatever their number */
export const insertEvents = async (
  db: Database,
  { enterprise, attestation, receivedAt }: Captured,
  { block, tx_id: txId }: Origin,
  rows: readonly EventRows[],
): Promise<number> => {
  const events = JSON.stringify(rows.map(({ event }) => event));
  const epcs = JSON.stringify(
    rows.flatMap(({ event: { hash, declared }, epcs: named }) =>
      named.map((each) => ({ hash, declared, ...each })),
    ),
  );
  const { rows: inserted } = await sql`
    insert into epcis_events (enterprise, hash, declared, event_id, type, event_time, record_time, action, biz_step,
      disposition, capture, position, context, event, facts, block, tx_id)
    select ${enterprise}, hash, declared, event_id, type, event_time, ${receivedAt}, action, biz_step, disposition,
      ${attestation}, position, context, event, facts, ${block}::bigint, ${txId}
    from jsonb_to_recordset(${events}::jsonb) as ${RECORDS}
    on conflict do nothing returning hash`.execute(db);
  await sql`
    insert into epcis_epcs (enterprise, epc, part, hash, declared)
    select ${enterprise}, epc, part, hash, declared
    from jsonb_to_recordset(${epcs}::jsonb) as x(epc text, part text, hash text, declared text)
    on conflict do nothing`.execute(db);
  return inserted.length;
};

/** What a later document says of the same counts. */
export const saveMasterData = async (
  db: Database,
  enterprise: string,
  entries: readonly MasterEntry[],
): Promise<void> => {
  if (entries.length === 0) return;
  await sql`
    insert into epcis_master (enterprise, type, id, attributes, children)
    select ${enterprise}, type, id, attributes, children
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as x(type text, id text, attributes jsonb, children jsonb)
    on conflict (enterprise, id, type) do update set attributes = excluded.attributes, children = excluded.children`.execute(
    db,
  );
};
