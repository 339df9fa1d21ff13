/** What may be a second code on an object: the code of one thing, in its one spelling. */
import { foreignHash, carrierOf } from '../../signing/code-hash.js';
import { readElementString } from '../../model/code/gs1/element-string.js';
import { whatIs, type CodeKind } from '../../model/code/what-is.js';

/** A GS1 key: its AI and its value. */
export type Gs1Key = readonly [ai: string, value: string];

/** A second code. */
export interface SecondCode {
  /** Its name on the ledger. */
  readonly hash: string;
  /** By its company prefix the ledger says whose it is; null for a foreign code, of which nothing says it. */
  readonly key: Gs1Key | null;
}

/**
 * Kind → what it is as a second code: under a GS1 key, foreign, or none. A drum has a record of its own; an EPC URN is another
 * spelling of a GS1 code.
 */
const USES: Readonly<Record<CodeKind, 'gs1' | 'foreign' | 'none'>> = {
  container: 'gs1',
  pack: 'gs1',
  traceCode: 'foreign',
  handle: 'foreign',
  unknown: 'foreign',
  lot: 'none',
  piece: 'none',
  product: 'none',
  place: 'none',
  party: 'none',
  document: 'none',
  asset: 'none',
  person: 'none',
  drum: 'none',
  permit: 'none',
  enterprise: 'none',
  baseCode: 'none',
  manifest: 'none',
  epc: 'none',
  gs1: 'none',
};

const PRINTED = /^[\x21-\x7e]{1,100}$/;

/** AI 01 and 21, or AI 00, and nothing else: what the ledger names packs and containers by. */
const keyOfCarrier = (text: string): Gs1Key | undefined => {
  const elements = Object.fromEntries(readElementString(text).elements);
  if (carrierOf(elements)?.hash !== foreignHash(text)) return undefined;
  const { '00': sscc, '01': gtin = '' } = elements;
  return sscc === undefined ? ['01', gtin] : ['00', sscc];
};

/**
 * A text as a second code; undefined when it is none.
 * @param text `01…21…` or `00…` without symbology identifier and separators, or a foreign code as scanners report it
 */
export const secondCodeOf = (text: string): SecondCode | undefined => {
  const use = PRINTED.test(text) ? USES[whatIs(text)] : 'none';
  if (use === 'none') return undefined;
  const hash = foreignHash(text);
  if (use === 'foreign') return { hash, key: null };
  const key = keyOfCarrier(text);
  return key === undefined ? undefined : { hash, key };
};
