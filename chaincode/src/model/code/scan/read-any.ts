/** One text read as it stands: what it is, its elements, and what is wrong. */
import { elementProblems } from '../gs1/check-elements.js';
import { readCompressedLink } from '../gs1/compressed-link.js';
import { isLink } from '../gs1/digital-link.js';
import { gtinOf } from '../gs1/gtin.js';
import type { Element, Read } from '../gs1/problems.js';
import { readScan, splitScan, symbologyOf } from '../gs1/symbologies.js';
import { identifierProblems } from '../national/fmd-pack.js';
import { isEnvelope, readEnvelope } from '../national/envelope.js';
import { kindOfElements, kindOfText, type CodeKind } from '../what-is.js';
import { ofElements, problem, type ScanProblem } from './problems.js';
import { mayLackSeparator } from './separators.js';

/** A text that was read. */
export interface Reading {
  readonly what: CodeKind;
  readonly elements: readonly Element[];
  readonly problems: readonly ScanProblem[];
}

/** A link of the current edition, of edition 1.1, or a compressed one: the first that it is. */
const readAnyLink = (text: string): Read => {
  const current = readScan(text);
  const all = [current, readScan(text, '1.1'), readCompressedLink(splitScan(text)[1], '1.1')];
  return all.find(({ elements }) => elements.length > 0) ?? current;
};

const ofMessage = (text: string): Reading => {
  const { elements, problems } = readEnvelope(text);
  const isOfGs1 = elements.some(([ai]) => ai === '01');
  const found = [...problems, ...(isOfGs1 ? elementProblems(elements) : identifierProblems(elements))];
  const isPack = ['9N', 'S'].every((name) => elements.some(([each]) => each === name));
  return {
    what: isOfGs1 ? kindOfElements(elements) : isPack ? 'pack' : 'product',
    elements,
    problems: ofElements(found),
  };
};

/** A bracket that closes inside of a value where none was opened: the one before the AI was lost. */
const hasLostBracket = (elements: readonly Element[]): boolean =>
  elements.some(([, value]) => /^[^(]*\)/.test(value));

/** A query without its question mark, which would be part of the last value. */
const LOST_QUERY = /^[^?#]*&\d{2,4}=/;

/** What elements that are right by themselves do not tell. */
const doubtOf = (
  data: string,
  elements: readonly Element[],
  keepsSeparators: boolean,
): readonly ScanProblem[] => {
  if (isLink(data)) return LOST_QUERY.test(data) ? [problem('link', 'query')] : [];
  if (data.startsWith('(')) return hasLostBracket(elements) ? [problem('brackets')] : [];
  return !keepsSeparators && mayLackSeparator(elements) ? [problem('separatorLost')] : [];
};

const ofGs1 = (text: string, keepsSeparators: boolean): Reading => {
  const [, data] = splitScan(text);
  const { elements, problems } = isLink(data) ? readAnyLink(text) : readScan(text);
  const found = ofElements([...problems, ...elementProblems(elements)]);
  const once = [...new Map(elements)];
  const twice = once.length < elements.length ? [{ ...problem('twoCodes'), isRepaired: true }] : [];
  return {
    what: kindOfElements(once),
    elements: once,
    problems: found.length > 0 ? found : [...twice, ...doubtOf(data, once, keepsSeparators)],
  };
};

const isTextSymbol = (text: string): boolean => {
  const [identifier] = splitScan(text);
  return identifier !== '' && (symbologyOf(identifier)?.holds ?? 'text') === 'text';
};

/**
 * Reads a text as it stands. `keepsSeparators`: it came from a reader that gives FNC1 as it is, so that a value without a
 * separator behind it ends there.
 */
export const readAny = (text: string, keepsSeparators: boolean): Reading => {
  const [, data] = splitScan(text);
  if (isEnvelope(data)) return ofMessage(data);
  const what = isTextSymbol(text) || data === text ? kindOfText(data) : 'unknown';
  const gtin = what === 'product' ? gtinOf(data) : undefined;
  if (what !== 'unknown') return { what, elements: gtin === undefined ? [] : [['01', gtin]], problems: [] };
  if (isTextSymbol(text) && !isLink(data)) {
    return { what, elements: [], problems: [problem('wrongSymbol', splitScan(text)[0])] };
  }
  return ofGs1(text, keepsSeparators);
};
