/** Scan anything: what it is, what is wrong with it, and what may be done next; that is loaded with the first code. */
import type { ScanProblem } from '@yaosu/chaincode/model/code/scan/problems';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { api } from '../lib/api.js';
import type { Outbox } from '../outbox/outbox.js';
import { inSession } from '../session/session.js';
import { t } from '../texts/texts.js';
import { codeWord, elementWord, scanSentence, stateWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { leadingTo } from '../ui/leading-to.js';
import { readCode, type ReadCode } from './read-code.js';
import { newScanner } from './scanner.js';

const today = (): string => new Date().toISOString().slice(0, 10);

interface Scanning {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly box: HTMLElement;
}

type Value = Readonly<Record<string, unknown>>;
/** What the ledger says of a code, where the record is for this firm. */
interface Found {
  readonly record: Value | undefined;
  readonly hasSignal: boolean;
}

const find = async (session: DeviceSession, { kind, hash }: ReadCode): Promise<Found> => {
  const type = { container: 'obj', pack: 'unit', foreign: 'drum', handOver: '' }[kind];
  try {
    const { record } = await inSession(session, () => api.read('record', { key: `${type}~${hash}` }));
    return { record: record.value, hasSignal: true };
  } catch (error) {
    return { record: undefined, hasSignal: error instanceof ApiError };
  }
};

const isDay = (ai: string): boolean => ai === '11' || ai === '17';
const dayOf = (yymmdd: string): string => yymmdd.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$1-$2-$3');

const factsOf = (code: ReadCode, record: Value | undefined): HTMLElement[] => {
  const elements = Object.entries(code.elements)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ai, value]) =>
      h('p', {}, `${elementWord(ai)}: `, h('span', { class: 'code' }, isDay(ai) ? dayOf(value) : value)),
    );
  const state = record?.['state'];
  return [...elements, ...(typeof state === 'string' ? [h('p', { class: 'state' }, stateWord(state))] : [])];
};

/** Why the code cannot be used, or what was put right in it. */
const problemOf = ({ kind, ai, isRepaired }: ScanProblem): HTMLElement => {
  if (isRepaired) return h('p', { class: 'quiet' }, `${t('repaired')}: ${scanSentence(kind)}`);
  const where = ai === '' ? [] : [`${elementWord(ai)}: `];
  return h('p', { class: 'problem', role: 'alert' }, ...where, h('span', {}, scanSentence(kind)));
};

/** The trips that the goods are on. */
const tripsOf = async (record: Value | undefined): Promise<HTMLElement[]> => {
  const contents = (record?.['contents'] ?? []) as readonly { batch: string }[];
  const batches = contents.map(({ batch }) => batch);
  const { knownDay } = await import('../shipments/reference.js');
  const trips = (await knownDay()).trips.filter(({ lines }) =>
    lines.some(({ batch }) => batches.includes(batch)),
  );
  return trips.map(({ shipment, noteNo }) =>
    h('a', { class: 'button', attributes: { href: `#/trip/${shipment}` } }, `${t('onTrip')}: ${noteNo}`),
  );
};

/** A pallet may be counted code by code, also later without signal. */
const countPart = (code: ReadCode, record: Value | undefined): HTMLElement[] => {
  if (record?.['kind'] !== 'pallet') return [];
  const contents = (record['contents'] ?? []) as readonly { from: string | null }[];
  const expected = contents.flatMap(({ from }) => (from === null ? [] : [from]));
  const begin = async (): Promise<void> => {
    const leadOn = leadingTo(`#/tally/${code.hash}`);
    const { beginTally } = await import('../tally/begin-tally.js');
    await beginTally(code, expected);
    leadOn();
  };
  return [h('button', { onClick: begin }, `${t('tally')} (${String(expected.length)})`)];
};

const nextOf = async (
  { session, outbox }: Scanning,
  code: ReadCode,
  { record, hasSignal }: Found,
): Promise<HTMLElement[]> => {
  const state = record?.['state'];
  const { dispensePart } = await import('../dispensing/dispense-part.js');
  const scanned = { code, state: typeof state === 'string' ? state : undefined, hasSignal };
  const next = [
    ...(await tripsOf(record)),
    ...countPart(code, record),
    ...(await dispensePart(session, outbox, scanned)),
  ];
  return next.length === 0 ? [h('p', { class: 'quiet' }, t('notOnTrip'))] : next;
};

const showCode = async (scanning: Scanning, text: string): Promise<void> => {
  const code = readCode(text, today());
  if (code.kind === 'handOver') {
    sessionStorage.setItem('yaosu-offer', text);
    location.hash = '#/take';
    return;
  }
  const found = code.isUsable ? await find(scanning.session, code) : undefined;
  fill(
    scanning.box,
    h('h2', {}, `${t('whatIs')}: ${codeWord(code.what)}`),
    ...code.problems.map(problemOf),
    h('div', { class: 'card' }, ...factsOf(code, found?.record)),
    found !== undefined && h('h2', {}, t('next')),
    ...(found === undefined ? [] : await nextOf(scanning, code, found)),
    h('button', { class: 'plain', onClick: () => begin(scanning) }, t('scanAgain')),
  );
};

const begin = (scanning: Scanning): void =>
  fill(
    scanning.box,
    newScanner((text) => showCode(scanning, text)),
  );

/** The page of the scanner. */
export const scanPage = (session: DeviceSession, outbox: Outbox): HTMLElement => {
  const box = h('section');
  begin({ session, outbox, box });
  return box;
};
