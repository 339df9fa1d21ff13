import type { attestationRecord } from '@yaosu/chaincode/model/attestation/schemas';
import type * as z from 'zod';
import {
  captureContent,
  eventsOfCapture,
  rootOfEvents,
  type CaptureContent,
} from '../epcis/capture-content.js';
import { eventRows, type EventRows } from '../epcis/event-rows.js';
import type { MasterEntry } from '../epcis/master-data.js';
import { insertEvents, saveMasterData } from '../epcis/store-events.js';
import type { Originals, Projected, Projector } from './projector.js';

type Attestation = z.infer<typeof attestationRecord>;

/** What came out of the vault for an attestation. */
type Opened =
  | { readonly state: 'pending' | 'altered' }
  | {
      readonly state: 'captured';
      readonly content: CaptureContent;
      readonly rows: readonly EventRows[];
      readonly masterData: readonly MasterEntry[];
    };

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
  return { state: 'captured', content: content.data, rows, masterData: capture.masterData };
};

const objectsOf = (rows: readonly EventRows[]): readonly string[] =>
  rows.flatMap(({ epcs }) => epcs.flatMap(({ epc, part }) => (part === 'code' ? [epc] : [])));

const saveCapture = async (
  { db, rows, seen, origin, value }: Projected,
  record: Attestation,
  opened: Opened,
): Promise<void> => {
  const isOpen = opened.state === 'captured';
  const stored = isOpen
    ? await insertEvents(db, { ...record, receivedAt: opened.content.receivedAt }, origin, opened.rows)
    : 0;
  if (stored > 0 && isOpen) for (const epc of objectsOf(opened.rows)) seen.add(epc);
  if (isOpen) await saveMasterData(db, record.enterprise, opened.masterData);
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
