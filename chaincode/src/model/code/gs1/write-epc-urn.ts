/** Writes elements as EPC URIs; where the company prefix ends is not in the key and has to be known. */
import { EPC_SCHEMES, type EpcScheme } from './epc-schemes.js';
import { readEpcUrn } from './epc-urn.js';
import type { Element } from './problems.js';

/** Signs of serial numbers and lots that an EPC URI escapes (Tag Data Standard, section 6.3). */
const ESCAPED = /["#%&/<>?]/g;
const escaped = (value: string): string =>
  value.replace(ESCAPED, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Characters of a key before a serial number that is part of it. */
const keyLength = ({ lead = '', digits }: EpcScheme): number => lead.length + digits + 1;

/** Company prefix and reference of a key without check digit, in the order of the URI. */
const companyAndReference = (scheme: EpcScheme, key: string, companyLength: number): string => {
  const { form, digits, lead = '' } = scheme;
  if (form === 'free') return `${key.slice(0, companyLength)}.${escaped(key.slice(companyLength))}`;
  const body = key.slice(lead.length, lead.length + digits);
  return form === 'plain'
    ? `${body.slice(0, companyLength)}.${body.slice(companyLength)}`
    : `${body.slice(1, 1 + companyLength)}.${body.charAt(0)}${body.slice(1 + companyLength)}`;
};

/** What follows the reference: piece and total, and the serial number; `*` for a class. */
const restOf = (scheme: EpcScheme, key: string, serial: string | undefined): readonly string[] => {
  const piece = scheme.isPiece ? [key.slice(-4, -2), key.slice(-2)] : [];
  if (scheme.serial === undefined) return piece;
  return [...piece, serial === undefined ? '*' : escaped(serial)];
};

/** The serial number of elements under a scheme, its own for none, undefined for the class. */
const serialOf = (scheme: EpcScheme, key: string, elements: readonly Element[]): string | undefined =>
  scheme.serial === 'append'
    ? key.slice(keyLength(scheme)) || undefined
    : (elements.find(([ai]) => ai === scheme.serial)?.[1] ?? scheme.noSerial);

/** The scheme of the most elements; a class is named by the scheme of its items. */
const schemeFor = (elements: readonly Element[]): readonly [string, EpcScheme] | undefined => {
  const [ai] = elements[0] ?? [];
  const all = Object.entries(EPC_SCHEMES).filter(([, scheme]) => scheme.ai === ai);
  return all.find(([, { serial }]) => elements.some(([name]) => name === serial)) ?? all[0];
};

const uriOf = (
  name: string,
  scheme: EpcScheme,
  elements: readonly Element[],
  companyLength: number,
): string => {
  const [, key = ''] = elements[0] ?? [];
  const serial = serialOf(scheme, key, elements);
  const isClass = scheme.serial !== undefined && serial === undefined;
  const parts = [companyAndReference(scheme, key, companyLength), ...restOf(scheme, key, serial)];
  return `urn:epc:${isClass ? name.replace('id:', 'idpat:') : name}:${parts.join('.')}`;
};

/**
 * The EPC URI of a key and its serial number or lot: an identity, a lot, or the pattern of a class.
 * @returns undefined when the key has none, or not with a company prefix of this length
 */
export const epcUrnOf = (elements: readonly Element[], companyLength: number): string | undefined => {
  const [name, scheme] = schemeFor(elements) ?? [];
  if (name === undefined || scheme === undefined) return undefined;
  const uri = uriOf(name, scheme, elements, companyLength);
  // A prefix that is too short or too long for its key makes a URI that says something else, or nothing.
  const [, key] = readEpcUrn(uri)?.[0] ?? [];
  return key === elements[0]?.[1] ? uri : undefined;
};
