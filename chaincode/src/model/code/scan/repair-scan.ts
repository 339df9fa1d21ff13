/** The one reading of a damaged scan, or why there is none. */
import type { Element } from '../gs1/problems.js';
import type { CodeKind } from '../what-is.js';
import { distinct, isNamed, joined, repairedTexts, withSeparators, type Repaired } from './candidates.js';
import { problem, type ScanProblem, type ScanProblemKind } from './problems.js';
import type { Reading } from './read-any.js';

/** A scan explained. */
export interface Scan {
  readonly what: CodeKind;
  /** AI, or data identifier, and value, in the order of the code. */
  readonly elements: readonly Element[];
  readonly problems: readonly ScanProblem[];
  /** No problem stands that forbids to use the code. */
  readonly isUsable: boolean;
  /** The text that was read, after repairs. */
  readonly text: string;
}

const asRepaired = ({ text, kinds, reading }: Repaired): Scan => ({
  ...reading,
  text,
  problems: [...kinds.map((kind) => ({ ...problem(kind), isRepaired: true })), ...reading.problems],
  isUsable: true,
});

/** A scan with which nothing may be done. */
export const refused = (text: string, reading: Reading, kinds: readonly ScanProblemKind[]): Scan => ({
  ...reading,
  text,
  // Where the cause is known, what it did to the elements says no more.
  problems: kinds.length > 0 ? [...new Set(kinds)].map((kind) => problem(kind)) : reading.problems,
  isUsable: false,
});

/** A GTIN that stands in a text twice. */
const hasProductTwice = (text: string): boolean => /01(\d{14}).*01\1/s.test(text);

/** A candidate that reads but for separators. */
const isSeparatorLost = ({ reading: { elements, problems } }: Repaired): boolean =>
  elements.length > 0 && problems.every(({ kind }) => kind === 'separatorLost');

/** Why a text cannot be repaired as a whole, or the only way to put separators into it. */
const withoutSeparators = (text: string, reading: Reading, others: readonly Repaired[]): Scan => {
  const typed = others.find(isSeparatorLost);
  if (typed !== undefined) return refused(text, reading, [...typed.kinds, 'separatorLost']);
  const ways = withSeparators(text);
  const [one, ...more] = ways ?? [];
  if (one !== undefined && more.length === 0) return asRepaired(one);
  return refused(text, reading, ways === undefined || more.length > 0 ? ['separatorLost'] : []);
};

/** The one reading of a damaged text, or why there is none. */
export const repaired = (text: string, reading: Reading, keepsSeparators: boolean): Scan => {
  const both = joined(text, keepsSeparators);
  if (both === 'differ') return refused(text, reading, ['twoCodes']);
  const all = repairedTexts(text, keepsSeparators);
  const [only, ...more] = distinct([...both, ...all.filter((each) => isNamed(each.reading))]);
  if (only !== undefined) {
    return more.length === 0 ? asRepaired(only) : refused(text, reading, ['ambiguous', ...only.kinds]);
  }
  return hasProductTwice(text) ? refused(text, reading, ['twoCodes']) : withoutSeparators(text, reading, all);
};
