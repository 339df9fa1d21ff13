/** Many codes one after another: the phone says of each what it is, and nobody taps a line. */
import { newManyScanner } from '../scan/many-scanner.js';
import { readCode } from '../scan/read-code.js';
import { t } from '../texts/texts.js';
import { scanSentence } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { keepTally } from './kept-tally.js';
import { counted, isCounted, newTally, sumsOf, type Tally, type Verdict } from './tally.js';

const WORDS = { seen: 'tallySeen', unexpected: 'tallyUnexpected', again: 'tallyAgain' } as const;
const CLASSES: Readonly<Record<Verdict, string>> = {
  seen: 'verdict good',
  unexpected: 'verdict bad',
  again: 'verdict again',
};
/** A pattern for each verdict, felt without looking. */
const PULSES: Readonly<Record<Verdict, readonly number[]>> = {
  seen: [40],
  unexpected: [200, 80, 200],
  again: [40, 60, 40],
};

const sumsPart = (tally: Tally): HTMLElement => {
  const { seen, missing, unexpected, again } = sumsOf(tally);
  const sum = (label: string, value: number): HTMLElement =>
    h('div', {}, h('dt', {}, label), h('dd', {}, String(value)));
  return h(
    'dl',
    { class: 'sums' },
    sum(t('tallySeen'), seen),
    sum(t('tallyMissing'), missing),
    sum(t('tallyUnexpected'), unexpected),
    sum(t('tallyAgain'), again),
  );
};

/** The page on which a pallet is counted. */
export const tallyPage = (begun: Tally): HTMLElement => {
  let tally = begun;
  const said = h('p', { class: 'verdict', role: 'status' }, t('tallyBegin'));
  const sums = h('div');
  const foreign = h('div');
  const show = (): void => {
    fill(sums, sumsPart(tally));
    fill(
      foreign,
      ...Object.values(tally.unexpected).map((printed) => h('p', { class: 'problem code' }, printed)),
    );
  };
  const say = (className: string, text: string): void => {
    said.className = className;
    fill(said, text);
  };
  const read = async (text: string): Promise<void> => {
    const today = new Date().toISOString().slice(0, 10);
    const code = readCode(text, today, (hash) => isCounted(tally, hash));
    const stop = code.isUsable ? undefined : code.problems[0];
    if (stop !== undefined) {
      say('verdict bad', scanSentence(stop.kind));
      return;
    }
    const [next, verdict] = counted(tally, code.hash, text);
    tally = next;
    await keepTally(tally);
    say(
      CLASSES[verdict],
      `${t(WORDS[verdict])} · ${String(tally.seen.length)} / ${String(tally.expected.length)}`,
    );
    navigator.vibrate([...PULSES[verdict]]);
    show();
  };
  const again = async (): Promise<void> => {
    tally = newTally(tally.container, tally.title, tally.expected);
    await keepTally(tally);
    say('verdict', t('tallyBegin'));
    show();
  };
  show();
  const title = h('h2', { class: 'code' }, tally.title);
  return h(
    'section',
    {},
    title,
    said,
    sums,
    newManyScanner(read),
    foreign,
    h('button', { class: 'plain', onClick: again }, t('tallyAnew')),
  );
};
