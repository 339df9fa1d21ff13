import { elementProblems } from './check-elements.js';
import type { ElementProblemKind } from './problems.js';
import { readScan } from './symbologies.js';

/** Problems with which a text says nothing; a wrong check digit, date or pairing leaves it readable. */
const UNREADABLE: readonly ElementProblemKind[] = ['form', 'unknown', 'repeat', 'link'];

/** AI → value of a scanned text: element string, bracketed text or Digital Link; undefined when it is none of these. */
export const parseElements = (text: string): Readonly<Record<string, string>> | undefined => {
  const { elements, problems } = readScan(text);
  const all = [...problems, ...elementProblems(elements)];
  return all.some(({ kind }) => UNREADABLE.includes(kind)) ? undefined : Object.fromEntries(elements);
};
