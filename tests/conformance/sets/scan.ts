/** What the GS1 sets ask of the scan parser. */
import type { ScanProblem } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { elementString, parseScan } from '@yaosu/chaincode/model/code/gs1/parse-scan';

const PAIRINGS: readonly ScanProblem['kind'][] = ['repeat', 'excluded', 'missing'];

/** In the vectors ^ stands for FNC1, and <GS> for the separator. */
export const withSeparators = (text: string): string =>
  text.replaceAll('^', '\u001d').replace(/<gs>/gi, '\u001d');

/** Whether a text is read without any problem. */
export const isValid = (text: string): boolean => parseScan(text).problems.length === 0;

/** Whether each element is right by itself. */
export const hasValidValues = (text: string): boolean =>
  parseScan(text).problems.every(({ kind }) => PAIRINGS.includes(kind));

/** Problems of the pairing of elements. */
export const pairings = (text: string): readonly string[] =>
  parseScan(text)
    .problems.map(({ kind }) => kind)
    .filter((kind) => PAIRINGS.includes(kind));

/** The element string of what is read, with FNC1 in front and between as the vectors write it. */
export const written = (text: string): string =>
  `^${elementString(parseScan(text).elements).replaceAll('\u001d', '^')}`;

/** AI=value of what is read, sorted. */
export const pairsOf = (text: string): readonly string[] =>
  parseScan(text)
    .elements.map(([ai, value]) => `${ai}=${value}`)
    .sort();
