/** Symbology identifiers (ISO/IEC 15424) in front of scanned data, and what each promises (General Specifications 7.8). */
import { elementString, readBracketed, readElementString } from './element-string.js';
import { isLink, readLink, type LinkEdition } from './digital-link.js';
import { GTIN_DIGITS } from './link-values.js';
import type { Element, Read } from './problems.js';

/** What a symbol holds: element strings, a GTIN of so many digits, or any text. */
interface Symbology {
  readonly name: string;
  readonly holds: 'elements' | 'gtin' | 'text';
  readonly digits?: number;
}

/** Identifier → symbology. */
export const SYMBOLOGIES = {
  ']d2': { name: 'GS1 DataMatrix', holds: 'elements' },
  ']Q3': { name: 'GS1 QR Code', holds: 'elements' },
  ']C1': { name: 'GS1-128', holds: 'elements' },
  ']e0': { name: 'GS1 DataBar', holds: 'elements' },
  ']J1': { name: 'GS1 DotCode', holds: 'elements' },
  ']E0': { name: 'EAN-13', holds: 'gtin', digits: 13 },
  ']E4': { name: 'EAN-8', holds: 'gtin', digits: 8 },
  ']I1': { name: 'ITF-14', holds: 'gtin', digits: 14 },
  ']d1': { name: 'DataMatrix', holds: 'text' },
  ']Q1': { name: 'QR Code', holds: 'text' },
  ']C0': { name: 'Code 128', holds: 'text' },
  ']J0': { name: 'DotCode', holds: 'text' },
  ']A0': { name: 'Code 39', holds: 'text' },
} as const satisfies Readonly<Record<string, Symbology>>;
/** One of {@link SYMBOLOGIES}. */
export type SymbologyIdentifier = keyof typeof SYMBOLOGIES;

const IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]/;
const COMPOSITE = '|]e0';
const NOTHING: Read = { elements: [], problems: [{ kind: 'form', ai: '', detail: 'text' }] };

const isKnown = (identifier: string): identifier is SymbologyIdentifier =>
  Object.hasOwn(SYMBOLOGIES, identifier);

/** The identifier in front of a scan ('' for none) and the data behind it. */
export const splitScan = (scan: string): readonly [identifier: string, data: string] => {
  const [identifier = ''] = IDENTIFIER.exec(scan) ?? [];
  return [identifier, scan.slice(identifier.length)];
};

/** What a symbol with this identifier holds; a scan without one may hold anything. */
export const symbologyOf = (identifier: string): Symbology | undefined =>
  isKnown(identifier) ? SYMBOLOGIES[identifier] : undefined;

/** A GTIN of a retail symbol, with the composite part that may stand behind it. */
const readRetail = (data: string, digits: number): Read => {
  const [gtin = '', composite, ...more] = data.split(COMPOSITE);
  if (gtin.length !== digits || more.length > 0) return NOTHING;
  const rest = composite === undefined ? { elements: [], problems: [] } : readElementString(composite);
  return { elements: [['01', gtin.padStart(GTIN_DIGITS, '0')], ...rest.elements], problems: rest.problems };
};

const readText = (data: string, edition: LinkEdition): Read => {
  if (isLink(data)) return readLink(data, edition);
  return data.startsWith('(') ? readBracketed(data) : readElementString(data);
};

/**
 * The elements of scanned data as its symbol promises them. Symbols that promise none hold a Digital Link or nothing;
 * data without an identifier may be an element string, bracketed text or a link.
 */
export const readScan = (scan: string, edition: LinkEdition = 'current'): Read => {
  const [identifier, data] = splitScan(scan);
  const symbology = symbologyOf(identifier);
  if (identifier === '') return readText(data, edition);
  if (symbology?.holds === 'gtin') return readRetail(data, symbology.digits ?? GTIN_DIGITS);
  if (symbology?.holds === 'elements') return readElementString(data);
  return isLink(data) ? readLink(data, edition) : NOTHING;
};

/** What a scanner sends for a symbol that holds these elements; undefined for a symbology that holds none. */
export const scanOf = (identifier: SymbologyIdentifier, elements: readonly Element[]): string | undefined => {
  const symbology: Symbology = SYMBOLOGIES[identifier];
  if (symbology.holds === 'elements') return `${identifier}${elementString(elements)}`;
  const [[ai, gtin] = ['', ''], ...composite] = elements;
  if (symbology.holds === 'text' || ai !== '01') return undefined;
  const digits = symbology.digits ?? GTIN_DIGITS;
  if (!/^0*$/.test(gtin.slice(0, GTIN_DIGITS - digits))) return undefined;
  const rest = composite.length === 0 ? '' : `${COMPOSITE}${elementString(composite)}`;
  return `${identifier}${gtin.slice(-digits)}${rest}`;
};
