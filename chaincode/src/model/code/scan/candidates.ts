/** What may have been meant by a damaged text: every reading that repairs make of it. */
import { elementProblems } from '../gs1/check-elements.js';
import { splitScan, symbologyOf } from '../gs1/symbologies.js';
import { kindOfElements } from '../what-is.js';
import { isStopped, type ScanProblemKind } from './problems.js';
import { readAny, type Reading } from './read-any.js';
import { REPAIRS, codesOf } from './repairs.js';
import { readingsWithoutSeparators } from './separators.js';

/** Damages that may lie on top of one another. */
const MAX_DEPTH = 3;
const MAX_TEXTS = 60;

/** A text that may have been meant, and the damages that were undone to get there. */
interface Candidate {
  readonly text: string;
  readonly kinds: readonly ScanProblemKind[];
}
/** A candidate that reads without a problem. */
export interface Repaired extends Candidate {
  readonly reading: Reading;
}

/** Every text that repairs make of a text, the fewest repairs first. */
const candidatesOf = (text: string): readonly Candidate[] => {
  const seen = new Map<string, Candidate>([[text, { text, kinds: [] }]]);
  let last: readonly Candidate[] = [...seen.values()];
  for (let depth = 0; depth < MAX_DEPTH && seen.size < MAX_TEXTS; depth += 1) {
    const next = last.flatMap((each) =>
      REPAIRS.flatMap(({ kind, readings }) =>
        readings(each.text).map((made): Candidate => ({ text: made, kinds: [...each.kinds, kind] })),
      ),
    );
    last = next.filter(({ text: made }) => !seen.has(made));
    for (const each of last) if (!seen.has(each.text)) seen.set(each.text, each);
  }
  return [...seen.values()].filter(({ kinds }) => kinds.length > 0);
};

const keyOf = ({ what, elements }: Reading, text: string): string =>
  elements.length === 0 ? `${what} ${text}` : elements.map((each) => each.join('=')).join('&');

/** Candidates that read without a problem and differ. */
export const distinct = (all: readonly Repaired[]): readonly Repaired[] => {
  const found = new Map<string, Repaired>();
  for (const each of all) {
    const key = keyOf(each.reading, each.text);
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
};

/** GS1 data that names nothing is no reading of a damaged text: almost any digits are some AI's. */
export const isNamed = ({ what, problems }: Reading): boolean =>
  !isStopped(problems) && what !== 'gs1' && what !== 'unknown';

export const repairedTexts = (text: string, keepsSeparators: boolean): readonly Repaired[] =>
  candidatesOf(text).map((each): Repaired => ({ ...each, reading: readAny(each.text, keepsSeparators) }));

/** The text with separators put in; `undefined` when there are too many ways. */
export const withSeparators = (text: string): readonly Repaired[] | undefined => {
  const [identifier, data] = splitScan(text);
  if (identifier !== '' && symbologyOf(identifier)?.holds !== 'elements') return [];
  return readingsWithoutSeparators(data)?.map((elements) => ({
    text,
    kinds: ['separatorLost'],
    reading: { what: kindOfElements(elements), elements, problems: [] },
  }));
};

/** Codes that were sent one after the other, as one when they agree. */
export const joined = (text: string, keepsSeparators: boolean): readonly Repaired[] | 'differ' => {
  const codes = codesOf(text);
  if (codes.length < 2) return [];
  const readings = codes.map((each) => readAny(each, keepsSeparators));
  const elements = [...new Map(readings.flatMap((each) => each.elements)).entries()];
  const all = readings.flatMap((each) => each.elements);
  if (!readings.every(isNamed) || elementProblems(all).length > 0) return 'differ';
  const what = kindOfElements(elements);
  return [{ text, kinds: ['twoCodes'], reading: { what, elements, problems: [] } }];
};
