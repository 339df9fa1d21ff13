/** What the GS1 sets ask of our readers of elements. */
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import type { LinkEdition } from '@yaosu/chaincode/model/code/gs1/digital-link';
import { elementString } from '@yaosu/chaincode/model/code/gs1/element-string';
import type { Element, ElementProblemKind } from '@yaosu/chaincode/model/code/gs1/problems';
import { readScan } from '@yaosu/chaincode/model/code/gs1/symbologies';

const PAIRINGS: readonly ElementProblemKind[] = ['repeat', 'excluded', 'missing'];

/** In the vectors ^ stands for FNC1, and <GS> for the separator. */
export const withSeparators = (text: string): string =>
  text.replaceAll('^', '\u001d').replace(/<gs>/gi, '\u001d');

/** The elements of a text. */
export const elementsOf = (text: string, edition?: LinkEdition): readonly Element[] =>
  readScan(text, edition).elements;

const problemsOf = (text: string, edition?: LinkEdition): readonly ElementProblemKind[] => {
  const { elements, problems } = readScan(text, edition);
  return [...problems, ...elementProblems(elements)].map(({ kind }) => kind);
};

/** Whether a text is read without any problem. */
export const isValid = (text: string, edition?: LinkEdition): boolean =>
  problemsOf(text, edition).length === 0;

/** Whether each element is right by itself. */
export const hasValidValues = (text: string, edition?: LinkEdition): boolean =>
  problemsOf(text, edition).every((kind) => PAIRINGS.includes(kind));

/** Problems of the pairing of elements. */
export const pairings = (text: string): readonly string[] =>
  problemsOf(text).filter((kind) => PAIRINGS.includes(kind));

/** The element string of what is read, with FNC1 in front and between as the vectors write it. */
export const written = (text: string, edition?: LinkEdition): string =>
  `^${elementString(elementsOf(text, edition)).replaceAll('\u001d', '^')}`;

/** AI=value of what is read, sorted. */
export const pairsOf = (text: string, edition?: LinkEdition): readonly string[] =>
  elementsOf(text, edition)
    .map(([ai, value]) => `${ai}=${value}`)
    .sort();
