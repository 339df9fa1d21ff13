/** Packs under the EU's falsified medicines directive: product, serial number, lot and expiry on GS1 or IFA carriers. */
import { elementProblems } from '../gs1/check-elements.js';
import { isDate } from '../gs1/dates.js';
import type { Element, ElementProblem } from '../gs1/problems.js';
import { readScan } from '../gs1/symbologies.js';
import { isEnvelope, readEnvelope } from './envelope.js';
import { isPpn } from './pzn.js';

/** What a pack's code says; '' for what it does not say. */
export interface FmdPack {
  readonly scheme: 'gs1' | 'ifa';
  readonly codeKind: 'GTIN' | 'NTIN' | 'PPN';
  readonly productCode: string;
  readonly serial: string;
  readonly lot: string;
  /** YYMMDD. */
  readonly expiry: string;
  /** National reimbursement numbers: AI 710 to 717 and their values. */
  readonly nationalNumbers: readonly Element[];
}
/** A pack, and every problem of its code. */
export interface ReadFmdPack {
  readonly pack: FmdPack;
  readonly problems: readonly ElementProblem[];
}

/** GTINs under these prefixes carry national numbers: PZN, CIP, CN, DRN. */
const NTIN_PREFIXES = ['04150', '03400', '08470', '0704626'];
const VALUE = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;
const NATIONAL = /^71[0-7]$/;

/** How identifiers of format 06 are judged. */
const IDENTIFIERS: Readonly<Record<string, (value: string) => ElementProblem['kind'] | undefined>> = {
  '9N': (value) => (isPpn(value) ? undefined : 'checkDigit'),
  S: (value) => (VALUE.test(value) ? undefined : 'form'),
  '1T': (value) => (VALUE.test(value) ? undefined : 'form'),
  D: (value) => (isDate(value, 2, 0) ? undefined : 'date'),
};

/** Problems of the fields of a message of format 06: their form, and two values of one identifier. */
export const identifierProblems = (elements: readonly Element[]): readonly ElementProblem[] => {
  const first = new Map<string, string>();
  return elements.flatMap(([ai, value]): readonly ElementProblem[] => {
    const known = first.get(ai) ?? value;
    first.set(ai, known);
    if (known !== value) return [{ kind: 'repeat', ai, detail: value }];
    const kind = IDENTIFIERS[ai]?.(value);
    return kind === undefined ? [] : [{ kind, ai, detail: value }];
  });
};

const kindOf = (gtin: string): FmdPack['codeKind'] =>
  NTIN_PREFIXES.some((prefix) => gtin.startsWith(prefix)) ? 'NTIN' : 'GTIN';

const packOf = (elements: readonly Element[]): FmdPack => {
  const values = new Map(elements);
  const of = (ai: string): string => values.get(ai) ?? '';
  if (values.has('9N')) {
    const ppn = { scheme: 'ifa', codeKind: 'PPN', productCode: of('9N') } as const;
    return { ...ppn, serial: of('S'), lot: of('1T'), expiry: of('D'), nationalNumbers: [] };
  }
  return {
    scheme: 'gs1',
    codeKind: kindOf(of('01')),
    productCode: of('01'),
    serial: of('21'),
    lot: of('10'),
    expiry: of('17'),
    nationalNumbers: elements.filter(([ai]) => NATIONAL.test(ai)),
  };
};

const MISSING = [
  ['productCode', '01'],
  ['serial', '21'],
  ['lot', '10'],
  ['expiry', '17'],
] as const;

/** A pack's code of either carrier. All four of product, serial number, lot and expiry have to be there and right. */
export const readFmdPack = (scan: string): ReadFmdPack => {
  const isOfIdentifiers = /^\[\)>\u001e06/.test(scan);
  const { elements, problems } = isEnvelope(scan) ? readEnvelope(scan) : readScan(scan);
  const pack = packOf(elements);
  const ofValues = isOfIdentifiers ? identifierProblems(elements) : elementProblems(elements);
  const missing = MISSING.filter(([name]) => pack[name] === '').map(([detail, ai]): ElementProblem => ({
    kind: 'missing',
    ai,
    detail,
  }));
  return { pack, problems: [...problems, ...ofValues, ...missing] };
};
