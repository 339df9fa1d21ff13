/** Many codes one after another: the phone says of each what it is, and nobody taps a line. */
import { newManyScanner } from '../scan/many-scanner.js';
import { readCode } from '../scan/read-code.js';
import { t } from '../texts/texts.js';
import { scanSentence } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { newInOrder } from '../ui/in-order.js';
import { keepTally } from './kept-tally.js';
import { counted, isCounted, newTally, standingOf, sumsOf, type Tally } from './tally.js';
import { newVerdictLine } from './verdict-line.js';

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
  const line = newVerdictLine();
  const sums = h('div');
  const foreign = h('div');
  const show = (): void => {
    fill(sums, sumsPart(tally));
    fill(
      foreign,
      ...Object.values(tally.unexpected).map((printed) => h('p', { class: 'problem code' }, printed)),
    );
  };
  const read = async (text: string): Promise<void> => {
    const today = new Date().toISOString().slice(0, 10);
    const code = readCode(text, today, (hash) => isCounted(tally, hash));
    const stop = code.isUsable ? undefined : code.problems[0];
    if (stop !== undefined) {
      line.refuse(scanSentence(stop.kind));
      return;
    }
    const [next, verdict] = counted(tally, code.hash, text);
    await keepTally(next);
    tally = next;
    line.tell(verdict, standingOf(tally));
    show();
  };
  const again = async (): Promise<void> => {
    const anew = newTally(tally.container, tally.title, tally.expected);
    await keepTally(anew);
    tally = anew;
    line.reset();
    show();
  };
  const inOrder = newInOrder();
  show();
  const title = h('h2', { class: 'code' }, tally.title);
  return h(
    'section',
    {},
    title,
    line.element,
    sums,
    newManyScanner((text) => inOrder(() => read(text))),
    foreign,
    h('button', { class: 'plain', onClick: () => inOrder(again) }, t('tallyAnew')),
  );
};
