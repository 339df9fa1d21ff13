/** A scan that explains itself: what it is, its elements, what is wrong with it, and what was repaired. */
import type { Element } from '../gs1/problems.js';
import { isStopped, problem, type ScanProblem } from './problems.js';
import { readAny } from './read-any.js';
import { refused, repaired, type Scan } from './repair-scan.js';

/** What is known of the scan besides its text. */
export interface ScanContext {
  /** YYYY-MM-DD; without it, nothing is expired. */
  readonly today?: string;
  /** The reader gives FNC1 as it is: a camera of ours, never a keyboard. */
  readonly keepsSeparators?: boolean;
  /** Whether a code was scanned before. */
  readonly isScanned?: (elements: readonly Element[]) => boolean;
}

/** Characters of the largest symbol: digits of a QR Code of version 40. */
const MAX_LENGTH = 7_089;
/** A spelling of GS that a value may hold as it is: which of both was meant cannot be told. */
const mayBeSpelling = (text: string): boolean => /<(?:GS|FNC1)>/i.test(text) && !text.startsWith('(');

const CENTURY = 100;

/** The year of two digits as seen from a year (GS1 General Specifications, determination of century in dates). */
const fullYear = (digits: number, from: number): number => {
  const ahead = digits - (from % CENTURY);
  const century = from - (from % CENTURY);
  if (ahead > 50) return century - CENTURY + digits;
  return ahead <= -50 ? century + CENTURY + digits : century + digits;
};

/** A YYMMDD that is before a day; day 00 stands for the last of its month. */
const isExpired = (elements: readonly Element[], today: string): boolean => {
  const yymmdd = elements.find(([ai]) => ai === '17' || ai === 'D')?.[1];
  if (yymmdd === undefined) return false;
  const year = fullYear(Number(yymmdd.slice(0, 2)), Number(today.slice(0, 4)));
  const day = yymmdd.endsWith('00') ? '31' : yymmdd.slice(4);
  return `${String(year)}${yymmdd.slice(2, 4)}${day}` < today.replaceAll('-', '');
};

const explained = (text: string, keepsSeparators: boolean): Scan => {
  const nothing = { what: 'unknown', elements: [], problems: [] } as const;
  if (text.trim() === '') return refused(text, nothing, ['empty']);
  if (text.length > MAX_LENGTH) return refused(text, nothing, ['tooLong']);
  const reading = readAny(text, keepsSeparators);
  if (reading.problems.length === 0 && mayBeSpelling(text)) return refused(text, reading, ['ambiguous']);
  if (!isStopped(reading.problems)) return { ...reading, text, isUsable: true };
  const isDoubtful = reading.problems.some(({ kind }) => kind === 'separatorLost');
  if (isDoubtful) return refused(text, reading, []);
  const scan = repaired(text, reading, keepsSeparators);
  const isNoCode =
    !scan.isUsable &&
    scan.elements.length === 0 &&
    scan.problems.every(({ kind }) => ['form', 'unknown'].includes(kind));
  return isNoCode ? refused(text, nothing, ['noCode']) : scan;
};

/**
 * Explains what a scanner, a camera or a thumb gave. Where exactly one reading of a damaged code is possible it is taken
 * and marked; where more are, none is.
 */
export const explainScan = (text: string, context: ScanContext = {}): Scan => {
  const { today, keepsSeparators = false, isScanned } = context;
  const scan = explained(text, keepsSeparators);
  if (!scan.isUsable) return scan;
  const warnings: ScanProblem[] = [
    ...(today !== undefined && isExpired(scan.elements, today) ? [problem('expired')] : []),
    ...(isScanned?.(scan.elements) === true ? [problem('scannedBefore')] : []),
  ];
  return { ...scan, problems: [...scan.problems, ...warnings] };
};
