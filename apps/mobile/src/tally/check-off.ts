/**
 * Things that are read one by one off the goods before somebody signs for them. What is still to be read is counted, not
 * named: nobody ticks off what stands on the screen.
 */
import { newManyScanner } from '../scan/many-scanner.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { newInOrder } from '../ui/in-order.js';
import { counted, isComplete, newTally, standingOf, type Tally } from './tally.js';
import { newVerdictLine } from './verdict-line.js';

/** What is read, and who is told. */
export interface CheckingOff {
  /** The count so far. */
  readonly begun: Tally;
  /** What stands beside the field that is scanned or typed into. */
  readonly label: string;
  /** A text as read → what it is counted as. */
  readonly identify: (text: string) => string;
  /** What is there may be more than what is counted: the scanner stays when all was found. */
  readonly goesOn?: true;
  /** Keeps the count where it outlives the app; what is not kept yet is not shown as read. */
  readonly keep?: (tally: Tally) => Promise<void>;
  /** Is told of the count now and after every scan. */
  readonly onChange: (tally: Tally) => void;
}

/** The count with its scanner. */
export const checkOff = ({ begun, label, identify, goesOn, keep, onChange }: CheckingOff): HTMLElement => {
  let tally = begun;
  const line = newVerdictLine();
  const found = h('p', { class: 'quiet' });
  const foreign = h('div');
  const scanning = h('div');
  const show = (): void => {
    fill(found, `${t('tallySeen')} ${standingOf(tally)}`);
    const problems = Object.values(tally.unexpected).map((printed) =>
      h('p', { class: 'problem code' }, `${t('tallyUnexpected')}: ${printed}`),
    );
    const again = h('button', { class: 'plain', onClick: () => anew() }, t('tallyAnew'));
    fill(foreign, ...problems, problems.length > 0 && again);
    if (tally.seen.length + problems.length === 0) line.reset();
    // Who has found everything has no more use for a scanner, and needs the room.
    if (goesOn !== true && isComplete(tally)) fill(scanning);
    else if (scanning.childElementCount === 0) fill(scanning, newManyScanner(read, label));
    onChange(tally);
  };
  const inOrder = newInOrder();
  const change = async (next: Tally): Promise<void> => {
    await keep?.(next);
    tally = next;
    show();
  };
  const anew = (): Promise<void> =>
    inOrder(() => change(newTally(tally.container, tally.title, tally.expected)));
  const read = (text: string): Promise<void> =>
    inOrder(async () => {
      const [next, verdict] = counted(tally, identify(text), text);
      await change(next);
      line.tell(verdict, standingOf(next));
    });
  show();
  return h('section', {}, line.element, found, scanning, foreign);
};
