/** What can be wrong with elements, named for whoever reads them. */

/** AI and value, in the order of the code. */
export type Element = readonly [ai: string, value: string];

/** Kinds of problems of elements; each has a sentence in every app. */
export const ELEMENT_PROBLEMS = [
  'form',
  'unknown',
  'repeat',
  'link',
  'checkDigit',
  'date',
  'value',
  'excluded',
  'missing',
] as const;
/** One of {@link ELEMENT_PROBLEMS}. */
export type ElementProblemKind = (typeof ELEMENT_PROBLEMS)[number];

/** A problem of an element, or of a text as a whole. */
export interface ElementProblem {
  readonly kind: ElementProblemKind;
  /** The AI at fault, or '' for the text as a whole. */
  readonly ai: string;
  /** The linter, AIs or text that say more. */
  readonly detail: string;
}

/** Elements as they were read, and the problems of the reading; their values are not checked yet. */
export interface Read {
  readonly elements: readonly Element[];
  readonly problems: readonly ElementProblem[];
}
