/** EPC URIs of GS1's Tag Data Standard 1.13, section 6.3: pure identities, classes and patterns, read as AIs. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import type { Element } from './problems.js';
import { percentDecoded } from './link-values.js';

/**
 * How a scheme spells its key: `digits` of company prefix and reference together, whose first reference digit may lead
 * as the indicator; `free` references have no fixed length and no check digit.
 */
interface Scheme {
  readonly ai: string;
  readonly form: 'indicator' | 'plain' | 'free';
  readonly digits: number;
  /** Written before the company prefix. */
  readonly lead?: string;
  /** AI of the serial number or lot; `append`: it is part of the key's value. */
  readonly serial?: string;
  /** The serial number that means that there is none. */
  readonly noSerial?: string;
  /** Piece and total of an ITIP follow the reference. */
  readonly isPiece?: true;
}

const GTIN = { ai: '01', form: 'indicator', digits: 13 } as const;
const PLAIN_12 = { form: 'plain', digits: 12 } as const;
const PLAIN_17 = { form: 'plain', digits: 17 } as const;

const SCHEMES: Readonly<Record<string, Scheme>> = {
  'id:sgtin': { ...GTIN, serial: '21' },
  'id:upui': { ...GTIN, serial: '235' },
  'id:itip': { ...GTIN, ai: '8006', serial: '21', isPiece: true },
  'id:sscc': { ai: '00', form: 'indicator', digits: 17 },
  'id:sgln': { ...PLAIN_12, ai: '414', serial: '254', noSerial: '0' },
  'id:pgln': { ...PLAIN_12, ai: '417' },
  'id:grai': { ...PLAIN_12, ai: '8003', lead: '0', serial: 'append' },
  'id:gdti': { ...PLAIN_12, ai: '253', serial: 'append' },
  'id:sgcn': { ...PLAIN_12, ai: '255', serial: 'append' },
  'id:gsrn': { ...PLAIN_17, ai: '8018' },
  'id:gsrnp': { ...PLAIN_17, ai: '8017' },
  'id:gsin': { ai: '402', form: 'plain', digits: 16 },
  'id:giai': { ai: '8004', form: 'free', digits: 0 },
  'id:ginc': { ai: '401', form: 'free', digits: 0 },
  'id:cpi': { ai: '8010', form: 'free', digits: 0, serial: '8011' },
  'class:lgtin': { ...GTIN, serial: '10' },
};

const URN = /^urn:epc:(id|class|idpat):([a-z]+):(\d{6,12})\.(.*)$/s;

/** Reference, piece and serial number; the serial number alone may hold full stops. */
const partsOf = (scheme: Scheme, rest: string): readonly string[] | undefined => {
  const count = (scheme.isPiece ? 3 : 1) + (scheme.serial === undefined ? 0 : 1);
  const parts = rest.split('.');
  // A key without a reference of its own ends with the full stop after its company prefix.
  if (parts.length < count) return undefined;
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join('.')];
};

const keyDigits = (scheme: Scheme, company: string, reference: string): string | undefined => {
  const { form, digits, lead = '' } = scheme;
  if (form === 'free') return `${company}${reference}`;
  if (!/^\d*$/.test(reference) || company.length + reference.length !== digits) return undefined;
  const body =
    form === 'indicator'
      ? `${reference.charAt(0)}${company}${reference.slice(1)}`
      : `${lead}${company}${reference}`;
  return `${body}${gs1CheckDigit(body)}`;
};

const withSerial = (scheme: Scheme, key: string, serial: string | undefined): readonly Element[] => {
  if (serial === undefined || scheme.serial === undefined || serial === scheme.noSerial)
    return [[scheme.ai, key]];
  if (scheme.serial === 'append') return [[scheme.ai, `${key}${serial}`]];
  return [
    [scheme.ai, key],
    [scheme.serial, serial],
  ];
};

/** The scheme of a URI; a pattern has that of the identities that it stands for. */
const schemeOf = (kind: string, name: string): Scheme | undefined =>
  SCHEMES[`${kind === 'idpat' ? 'id' : kind}:${name}`];

interface Parts {
  readonly scheme: Scheme;
  readonly company: string;
  readonly reference: string;
  /** Piece and total of an ITIP. */
  readonly piece: string;
  readonly serial: string | undefined;
}

const plainParts = (scheme: Scheme, rest: string): readonly string[] | undefined => {
  const plain = partsOf(scheme, rest)?.map(percentDecoded);
  return plain?.every((part) => part !== undefined) ? plain : undefined;
};

const split = (scheme: Scheme, company: string, rest: string): Parts | undefined => {
  const parts = plainParts(scheme, rest);
  if (parts === undefined) return undefined;
  const [reference = '', piece = '', total = ''] = parts;
  const serial = scheme.serial === undefined ? undefined : parts.at(-1);
  if (serial === '') return undefined;
  return { scheme, company, reference, piece: scheme.isPiece ? `${piece}${total}` : '', serial };
};

const elementsOf = (
  { scheme, company, reference, piece, serial }: Parts,
  isPattern: boolean,
): readonly Element[] | undefined => {
  const key = keyDigits(scheme, company, reference);
  if (key === undefined || (isPattern && serial !== '*')) return undefined;
  return withSerial(scheme, `${key}${piece}`, isPattern ? undefined : serial);
};

/**
 * Elements of an EPC URI; of a pattern (`…:*`) those of the class. The form of values is not checked.
 * @returns undefined when it is none, or stands for more than one class.
 */
export const readEpcUrn = (uri: string): readonly Element[] | undefined => {
  const [, kind = '', name = '', company = '', rest = ''] = URN.exec(uri) ?? [];
  const scheme = schemeOf(kind, name);
  const parts = scheme === undefined ? undefined : split(scheme, company, rest);
  return parts === undefined ? undefined : elementsOf(parts, kind === 'idpat');
};
