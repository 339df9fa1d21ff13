import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import type { Verdict } from './tally.js';

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

/** The line that says of every scan what it was, large enough to be seen from the side. */
export interface VerdictLine {
  readonly element: HTMLElement;
  /** A scan, and how the count stands with it. */
  tell(verdict: Verdict, standing: string): void;
  /** A scan that is no count: what is wrong with it. */
  refuse(text: string): void;
  /** Waits for the first scan. */
  reset(): void;
}

/** A line that waits for the first scan. */
export const newVerdictLine = (): VerdictLine => {
  const element = h('p', { class: 'verdict', role: 'status' }, t('tallyBegin'));
  const say = (className: string, text: string): void => {
    element.className = className;
    fill(element, text);
  };
  return {
    element,
    tell: (verdict, standing) => {
      say(CLASSES[verdict], `${t(WORDS[verdict])} · ${standing}`);
      navigator.vibrate([...PULSES[verdict]]);
    },
    refuse: (text) => say('verdict bad', text),
    reset: () => say('verdict', t('tallyBegin')),
  };
};
