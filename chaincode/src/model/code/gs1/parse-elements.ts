import type { ScanProblem } from './check-elements.js';
import { parseScan } from './parse-scan.js';

/** Problems with which a text says nothing; a wrong check digit, date or pairing leaves it readable. */
const UNREADABLE: readonly ScanProblem['kind'][] = ['form', 'unknown', 'repeat', 'link'];

/** AI → value of a scanned text: element string, bracketed text or Digital Link; undefined when it is none of these. */
export const parseElements = (text: string): Readonly<Record<string, string>> | undefined => {
  const { elements, problems } = parseScan(text);
  return problems.some(({ kind }) => UNREADABLE.includes(kind)) ? undefined : Object.fromEntries(elements);
};
