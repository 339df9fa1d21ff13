/** What can be wrong with a scan, and how much it weighs. Every kind has a sentence in the apps. */
import type { ElementProblem, ElementProblemKind } from '../gs1/problems.js';

/** `stop`: nothing may be done with the code; `warn`: it says what it says, and rules may forbid its use. */
type Weight = 'stop' | 'warn';

const ELEMENT_WEIGHTS: Readonly<Record<ElementProblemKind, Weight>> = {
  form: 'stop',
  unknown: 'stop',
  repeat: 'stop',
  link: 'stop',
  checkDigit: 'stop',
  date: 'stop',
  value: 'stop',
  excluded: 'stop',
  missing: 'stop',
};

/** Kind → weight; a problem that was repaired weighs nothing. */
export const SCAN_PROBLEMS = {
  ...ELEMENT_WEIGHTS,
  /** Nothing was read. */
  empty: 'stop',
  /** Longer than any symbol. */
  tooLong: 'stop',
  /** No code of any kind that is known here. */
  noCode: 'stop',
  /** More than one reading is possible. */
  ambiguous: 'stop',
  /** FNC1 is missing: a serial number may have run into a lot. */
  separatorLost: 'stop',
  /** FNC1 was sent as other signs, `^]` or `␝`. */
  separatorSpelt: 'stop',
  /** Two codes in one scan. */
  twoCodes: 'stop',
  /** GS1 data in a symbol that is not GS1's. */
  wrongSymbol: 'stop',
  /** The scanner types for another keyboard than the device has. */
  keyboard: 'stop',
  /** Spaces, line ends or full-width signs. */
  spacing: 'stop',
  /** AIs in other brackets than round ones. */
  brackets: 'stop',
  /** A link whose scheme is missing or in mixed letters. */
  scheme: 'stop',
  /** Past its last day. */
  expired: 'warn',
  /** Scanned before. */
  scannedBefore: 'warn',
} as const satisfies Readonly<Record<string, Weight>>;
/** One of {@link SCAN_PROBLEMS}. */
export type ScanProblemKind = keyof typeof SCAN_PROBLEMS;

/** What is wrong with a scan. */
export interface ScanProblem {
  readonly kind: ScanProblemKind;
  /** The AI at fault, or ''. */
  readonly ai: string;
  /** What says more: a linter, AIs, a part of the text. */
  readonly detail: string;
  /** Exactly one reading was possible, and is what was read. */
  readonly isRepaired: boolean;
}

/** A problem that stands. */
export const problem = (kind: ScanProblemKind, detail = ''): ScanProblem => ({
  kind,
  ai: '',
  detail,
  isRepaired: false,
});

/** Problems of elements as problems of their scan. */
export const ofElements = (problems: readonly ElementProblem[]): readonly ScanProblem[] =>
  problems.map((each) => ({ ...each, isRepaired: false }));

/** Whether nothing may be done with a code that has these problems. */
export const isStopped = (problems: readonly ScanProblem[]): boolean =>
  problems.some(({ kind, isRepaired }) => !isRepaired && SCAN_PROBLEMS[kind] === 'stop');
