/** A logger's export: read by the gateway, signed here, sent as readings of the trip. */
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import { signOwn } from '@yaosu/identity/keys/own-command';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { LoggerExport } from '@yaosu/gateway/api/uploads';
import { api } from '../lib/api.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Trip } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { leadingTo } from '../ui/leading-to.js';

interface Uploading {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly trip: Trip;
  readonly box: HTMLElement;
}

/** One command for each group of pages, in order. */
const signAll = async (
  { session, outbox, trip }: Uploading,
  found: LoggerExport,
  calibratedUntil: string,
): Promise<void> => {
  const leadOn = leadingTo('#/outbox');
  for (const pages of found.commands) {
    const payload = { shipment: trip.shipment, logger: found.logger, calibratedUntil, pages };
    const envelope = await signOwn(session, { act: telemetryActs.recordPages, payload, seenHash: null });
    await outbox.add(`${t('logger')} ${found.serial}`, envelope);
  }
  leadOn();
};

const showExport = (uploading: Uploading, found: LoggerExport): void => {
  const day = h('input', { attributes: { type: 'date', id: 'calibrated', required: '' } });
  const sign = async (): Promise<void> => {
    if (day.reportValidity()) await signAll(uploading, found, day.value);
  };
  fill(
    uploading.box,
    h(
      'div',
      { class: 'card' },
      h('h3', {}, `${t('loggerNo')} ${found.serial}`),
      h('p', {}, `${String(found.readings)} ${t('readings')}`),
    ),
    h('label', { attributes: { for: 'calibrated' } }, t('calibratedUntil')),
    day,
    h('button', { onClick: sign }, t('signReadings')),
  );
};

/** The page on which readings are uploaded; it needs signal, the file stays on the phone until then. */
export const loggerPage = (session: DeviceSession, outbox: Outbox, trip: Trip): HTMLElement => {
  const box = h('section');
  const input = h('input', { attributes: { type: 'file', id: 'export' } });
  const upload = async (): Promise<void> => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    showExport({ session, outbox, trip, box }, await api.upload('loggerExport', bytes));
  };
  fill(
    box,
    h('p', { class: 'quiet' }, t('loggerHint')),
    h('label', { attributes: { for: 'export' } }, t('logger')),
    input,
    h('button', { onClick: upload }, t('read')),
  );
  return box;
};
