import type { attestationRecord } from '@yaosu/chaincode/model/attestation/schemas';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Database } from '../db/open-database.js';
import type { Origin } from '../db/tables.js';
import {
  captureContent,
  eventsOfCapture,
  rootOfEvents,
  type CaptureContent,
} from '../epcis/capture-content.js';
import { eventRows, type EventRows } from '../epcis/event-rows.js';
import type { Originals, Projected, Projector } from './projector.js';

type Attestation = z.infer<typeof attestationRecord>;

/** What came out of the vault for an attestation. */
type Opened =
  | { readonly state: 'pending' | 'altered' }
  | { readonly state: 'captured'; readonly content: CaptureContent; readonly rows: readonly EventRows[] };

/** A file that was tampered with must not stop the ledger from being projected: the capture says so. */
const readOriginal = async (originals: Originals, { enterprise, attestation }: Attestation) => {
  try {
    return await originals.read(enterprise, attestation);
  } catch {
    return { content: null };
  }
};

const open = async (originals: Originals, record: Attestation): Promise<Opened> => {
  const original = await readOriginal(originals, record);
  if (original === undefined) return { state: 'pending' };
  const content = captureContent.safeParse(original.content);
  const capture = content.success ? eventsOfCapture(content.data) : undefined;
  const isAttested =
    capture !== undefined &&
    rootOfEvents(capture.events.map(({ hash }) => hash)) === record.root &&
    capture.events.length === record.count;
  if (!content.success || !isAttested) return { state: 'altered' };
  const rows = capture.events.map((event) => eventRows(event, capture.context));
  return { state: 'captured', content: content.data, rows };
};

const RECORDS = sql`x(hash text, declared text, event_id text, type text, event_time text, action text, biz_step text,
  disposition text, position int, context text, event text)`;

/** Rows of events that were not here yet; one statement whatever their number. */
const insertEvents = async (
  db: Database,
  { enterprise, attestation }: Attestation,
  { block, tx_id: txId }: Origin,
  { content, rows }: Extract<Opened, { state: 'captured' }>,
): Promise<number> => {
  const events = JSON.stringify(rows.map(({ event }) => event));
  const epcs = JSON.stringify(
    rows.flatMap(({ event: { hash, declared }, epcs: named }) =>
      named.map((each) => ({ hash, declared, ...each })),
    ),
  );
  const { rows: inserted } = await sql`
    insert into epcis_events (enterprise, hash, declared, event_id, type, event_time, record_time, action, biz_step,
      disposition, capture, position, context, event, block, tx_id)
    select ${enterprise}, hash, declared, event_id, type, event_time, ${content.receivedAt}, action, biz_step, disposition,
      ${attestation}, position, context, event, ${block}::bigint, ${txId}
    from jsonb_to_recordset(${events}::jsonb) as ${RECORDS}
    on conflict do nothing returning hash`.execute(db);
  await sql`
    insert into epcis_epcs (enterprise, epc, part, hash, declared)
    select ${enterprise}, epc, part, hash, declared
    from jsonb_to_recordset(${epcs}::jsonb) as x(epc text, part text, hash text, declared text)
    on conflict do nothing`.execute(db);
  return inserted.length;
};

const saveCapture = async (
  { db, rows, origin, value }: Projected,
  record: Attestation,
  opened: Opened,
): Promise<void> => {
  const isOpen = opened.state === 'captured';
  const stored = isOpen ? await insertEvents(db, record, origin, opened) : 0;
  rows.put('epcis_captures', {
    capture: record.attestation,
    job: String(value['by']),
    enterprise: record.enterprise,
    state: opened.state,
    received_at: record.from,
    behaviour: isOpen ? opened.content.behaviour : 'rollback',
    events: record.count,
    duplicates: isOpen ? record.count - stored : 0,
    errors: isOpen ? opened.content.errors : [],
    ...origin,
  });
};

/** Captured documents: fold of their attestations and of the vault. */
export const captureProjectors = {
  att: async (projected) => {
    const record = projected.value as unknown as Attestation;
    if (record.kind === 'epcis')
      await saveCapture(projected, record, await open(projected.originals, record));
  },
} satisfies Partial<Record<string, Projector>>;
