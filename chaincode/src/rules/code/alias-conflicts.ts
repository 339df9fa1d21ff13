/** What a second code says, held against what else is said of it and of its object: pairs that ought to agree and do not. */
import { readElementString } from '../../model/code/gs1/element-string.js';
import { readTraceCode } from '../../model/code/national/trace-code.js';
import { whatIs } from '../../model/code/what-is.js';

/** The product that a code carries in itself; two schemes cannot be held against each other. */
export interface CarriedProduct {
  /** GTIN, or 药品标识码: the first seven digits of a trace code. */
  readonly scheme: 'gtin' | 'traceCode';
  readonly value: string;
}

/** The product of a second code's text; undefined for one that names none. */
export const carriedProduct = (text: string): CarriedProduct | undefined => {
  const kind = whatIs(text);
  if (kind === 'traceCode') return { scheme: 'traceCode', value: readTraceCode(text)?.product ?? '' };
  const gtin = kind === 'pack' ? Object.fromEntries(readElementString(text).elements)['01'] : undefined;
  return gtin === undefined ? undefined : { scheme: 'gtin', value: gtin };
};

/** One word on a code: who says it, and the product of the code where it is known. */
export interface Word {
  readonly enterprise: string;
  readonly product: CarriedProduct | undefined;
}

/** Whose word stands against a second code. */
export const COUNTER_WORDS = ['alias', 'object', 'list', 'event'] as const;

/**
 * - `alias`: another second code of the same object, registered earlier;
 * - `object`: the object's own first code;
 * - `list`: a commission on whose list the second code stands itself;
 * - `event`: a captured event by which the second code was commissioned as a thing of its own.
 */
export interface CounterWord extends Word {
  readonly by: (typeof COUNTER_WORDS)[number];
}

/** Ways in which two codes that ought to agree do not. */
export const CONFLICT_KINDS = ['twoFirms', 'otherProduct', 'onAList', 'reportedByAnother'] as const;
/** One of {@link CONFLICT_KINDS}. */
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

const differ = (one: CarriedProduct | undefined, other: CarriedProduct | undefined): boolean =>
  one !== undefined && one.scheme === other?.scheme && one.value !== other.value;

const CONFLICTS: Readonly<Record<ConflictKind, (second: Word, other: CounterWord) => boolean>> = {
  twoFirms: (second, other) => other.by === 'alias' && other.enterprise !== second.enterprise,
  otherProduct: (second, other) =>
    (other.by === 'alias' || other.by === 'object') && differ(second.product, other.product),
  onAList: (_, other) => other.by === 'list',
  reportedByAnother: (second, other) => other.by === 'event' && other.enterprise !== second.enterprise,
};

/** How a second code and another word disagree; empty when they go together. */
export const conflictsOf = (second: Word, other: CounterWord): readonly ConflictKind[] =>
  CONFLICT_KINDS.filter((kind) => CONFLICTS[kind](second, other));
