/** The safety card of everything on board, from what is on this phone alone. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { asOfLine } from '../shipments/as-of-line.js';
import { goodsLine, type Manifest, type Reference, type Trip } from '../shipments/reference.js';
import { language, t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { manifestLine } from '../waste/manifest-facts.js';
import { DANGER_WORDS } from './danger-words.js';
import { emergencyCall } from './emergency-call.js';
import { wasteOnBoard } from './waste-on-board.js';

const ON_BOARD: readonly Trip['state'][] = [
  'loaded',
  'inTransit',
  'arrived',
  'partlyReceived',
  'refused',
  'returning',
];
const manifestCard = (manifest: Manifest, { names }: Reference): HTMLElement => {
  const classes = [...new Set(manifest.lines.map(({ dangerousClass }) => dangerousClass))];
  const dangers = classes.flatMap((each) => {
    const { name, first } = DANGER_WORDS[each];
    return [
      h('p', { class: 'state refused' }, `${t('dangerClass')} ${each} · ${name[language()]}`),
      h('p', {}, first[language()]),
    ];
  });
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, manifestLine(manifest)),
    h(
      'p',
      { class: 'quiet' },
      `${t('from')} ${names[manifest.generator] ?? manifest.generator} · ${manifest.vehicle}`,
    ),
    ...dangers,
  );
};

/** Of drugs and materials the ledger holds no safety data: the card says so instead of saying nothing. */
const tripCard = (trip: Trip, reference: Reference): HTMLElement =>
  h(
    'div',
    { class: 'card' },
    h('h3', {}, `${t('note')} ${trip.noteNo}`),
    ...trip.lines.map((line) => h('p', {}, goodsLine(line, reference))),
    h('p', { class: 'state onDevice' }, t('noSafetyData')),
    h('p', { class: 'quiet' }, `${t('askConsignor')} ${reference.names[trip.consignor] ?? trip.consignor}`),
  );

/** The page of it. */
export const safetyPage = (
  { enterprise }: Pick<DeviceSession, 'enterprise'>,
  reference: Reference,
): HTMLElement => {
  const trips = reference.trips.filter(
    ({ holder, state }) => holder === enterprise && ON_BOARD.includes(state),
  );
  const cards = [
    ...wasteOnBoard(enterprise, reference).map((each) => manifestCard(each, reference)),
    ...trips.map((each) => tripCard(each, reference)),
  ];
  return h(
    'section',
    {},
    asOfLine(reference.asOf),
    ...(cards.length === 0 ? [h('p', { class: 'quiet' }, t('nothingOnBoard'))] : cards),
    h('h2', {}, t('emergency')),
    emergencyCall('119'),
    emergencyCall('120'),
    emergencyCall('122'),
    h('p', { class: 'quiet' }, t('safetyLimits')),
  );
};
