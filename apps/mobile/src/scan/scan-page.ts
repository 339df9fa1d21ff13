/** Scan anything: what it is, what is wrong with it, and what may be done next. */
import { api } from '../lib/api.js';
import { knownReference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { elementWord, stateWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { readCode, type ReadCode } from './read-code.js';
import { newScanner } from './scanner.js';

const KINDS = { pack: 'pack', container: 'container', foreign: 'foreign', handOver: 'handOverCode' } as const;

const today = (): string => new Date().toISOString().slice(0, 10);

/** What the ledger says of the code, when there is signal and the record is for this firm. */
const recordOf = async ({ kind, hash }: ReadCode): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const type = { container: 'obj', pack: 'unit', foreign: 'drum', handOver: '' }[kind];
  if (type === '') return undefined;
  try {
    return (await api.read('record', { key: `${type}~${hash}` })).record.value;
  } catch {
    return undefined;
  }
};

const isDay = (ai: string): boolean => ai === '11' || ai === '17';
const dayOf = (yymmdd: string): string => yymmdd.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$1-$2-$3');

const factsOf = (code: ReadCode, record: Readonly<Record<string, unknown>> | undefined): HTMLElement[] => {
  const elements = Object.entries(code.elements)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ai, value]) =>
      h('p', {}, `${elementWord(ai)}: `, h('span', { class: 'code' }, isDay(ai) ? dayOf(value) : value)),
    );
  const state = record?.['state'];
  return [...elements, ...(typeof state === 'string' ? [h('p', { class: 'state' }, stateWord(state))] : [])];
};

const nextOf = async (record: Readonly<Record<string, unknown>> | undefined): Promise<HTMLElement[]> => {
  const contents = (record?.['contents'] ?? []) as readonly { batch: string }[];
  const batches = contents.map(({ batch }) => batch);
  const trips = (await knownReference()).trips.filter(({ lines }) =>
    lines.some(({ batch }) => batches.includes(batch)),
  );
  if (trips.length === 0) return [h('p', { class: 'quiet' }, t('notOnTrip'))];
  return trips.map(({ shipment, noteNo }) =>
    h('a', { class: 'button', attributes: { href: `#/trip/${shipment}` } }, `${t('onTrip')}: ${noteNo}`),
  );
};

const showCode = async (box: HTMLElement, text: string): Promise<void> => {
  const code = readCode(text, today());
  if (code.kind === 'handOver') {
    sessionStorage.setItem('yaosu-offer', text);
    location.hash = '#/take';
    return;
  }
  const record = code.problems.length === 0 ? await recordOf(code) : undefined;
  fill(
    box,
    h('h2', {}, `${t('whatIs')}: ${t(KINDS[code.kind])}`),
    ...code.problems.map((problem) => h('p', { class: 'problem', role: 'alert' }, t(problem))),
    h('div', { class: 'card' }, ...factsOf(code, record)),
    h('h2', {}, t('next')),
    ...(await nextOf(record)),
    h('button', { class: 'plain', onClick: () => begin(box) }, t('scanAgain')),
  );
};

const begin = (box: HTMLElement): void =>
  fill(
    box,
    newScanner((text) => showCode(box, text)),
  );

/** The page of the scanner. */
export const scanPage = (): HTMLElement => {
  const box = h('section');
  begin(box);
  return box;
};
