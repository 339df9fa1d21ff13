/** The driver's side of a departure: why it is not loaded, or drum by drum, label and signature. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { askSecond } from '../hand-over/ask-second.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Manifest, Reference } from '../shipments/reference.js';
import { sentenceOf } from '../texts/sentence-of.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { departCommand, newDeparture } from './departure.js';
import { drumCheck } from './drum-check.js';
import { gateProblem, permitOf } from './gate.js';

interface Departing {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly manifest: Manifest;
  readonly reference: Reference;
  readonly box: HTMLElement;
}

/** What keeps the load at the gate, in words; null where nothing does. */
export const gateWords = (manifest: Manifest, reference: Reference): HTMLElement | null => {
  const problem = gateProblem(manifest, reference, new Date().toISOString());
  if (problem === undefined) return null;
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('p', {}, t('doNotLoad')),
    h('p', {}, sentenceOf(problem)),
  );
};

const sign = async (
  { session, outbox, manifest, reference, box }: Departing,
  seen: string,
): Promise<void> => {
  const permit = permitOf(manifest, reference, new Date().toISOString());
  const request = newDeparture(session, manifest, seen, permit);
  await askSecond(
    {
      ...{ session, outbox, request },
      commandOf: (keeper) => departCommand(request, keeper),
      problemWith: ({ e }) => (e === manifest.generator ? undefined : t('notForYou')),
      isSecondNamedFirst: true,
      title: `${t('depart')} ${manifest.code}`,
    },
    box,
  );
};

/** The form. */
export const departureForm = async (departing: Departing): Promise<HTMLElement> => {
  const { manifest, reference } = departing;
  const stopped = gateWords(manifest, reference);
  if (stopped !== null) return stopped;
  const seen = reference.drafts[manifest.manifest];
  if (seen === undefined) return h('p', { class: 'problem', role: 'alert' }, t('neverRead'));
  const next = h('section');
  fill(
    next,
    h('p', {}, t('departHint')),
    h('button', { onClick: () => sign(departing, seen) }, t('signAndShow')),
  );
  const drums = manifest.lines.map(({ drum }) => drum);
  return drumCheck({ name: manifest.manifest, drums, code: manifest.code, next });
};
