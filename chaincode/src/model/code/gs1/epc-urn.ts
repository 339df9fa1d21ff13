/** EPC URIs of GS1's Tag Data Standard 1.13, section 6.3: pure identities, classes and patterns, read as AIs. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import { aiRule } from './ai-rules.js';
import { valueProblems } from './check-elements.js';
import { EPC_SCHEMES, type EpcScheme } from './epc-schemes.js';
import type { Element } from './problems.js';
import { percentDecoded } from './link-values.js';

/** Signs that stand in an EPC URI as they are; all others are percent-encoded (table of section 6.3). */
const ESCAPES = /^(?:[-!'()*+,.0-9:;=A-Z_a-z]|%[0-9A-Fa-f]{2})+$/;
/** No scheme has so long a key and serial number, every sign of them escaped. */
const MAX_LENGTH = 400;
const URN = /^urn:epc:(id|class|idpat):([a-z]+):(\d{6,12})\.(.*)$/s;

/** Reference, piece and serial number; the serial number alone may hold full stops. */
const partsOf = (scheme: EpcScheme, rest: string): readonly string[] | undefined => {
  const count = (scheme.isPiece ? 3 : 1) + (scheme.serial === undefined ? 0 : 1);
  const parts = rest.split('.');
  // A key without a reference of its own ends with the full stop after its company prefix.
  if (parts.length < count) return undefined;
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join('.')];
};

const keyDigits = (scheme: EpcScheme, company: string, reference: string): string | undefined => {
  const { form, digits, lead = '' } = scheme;
  if (form === 'free') return `${company}${reference}`;
  if (!/^\d*$/.test(reference) || company.length + reference.length !== digits) return undefined;
  const body =
    form === 'indicator'
      ? `${reference.charAt(0)}${company}${reference.slice(1)}`
      : `${lead}${company}${reference}`;
  return `${body}${gs1CheckDigit(body)}`;
};

const withSerial = (scheme: EpcScheme, key: string, serial: string | undefined): readonly Element[] => {
  if (serial === undefined || scheme.serial === undefined || serial === scheme.noSerial)
    return [[scheme.ai, key]];
  if (scheme.serial === 'append') return [[scheme.ai, `${key}${serial}`]];
  return [
    [scheme.ai, key],
    [scheme.serial, serial],
  ];
};

/** The scheme of a URI; a pattern has that of the identities that it stands for. */
const schemeOf = (kind: string, name: string): EpcScheme | undefined =>
  EPC_SCHEMES[`${kind === 'idpat' ? 'id' : kind}:${name}`];

interface Parts {
  readonly scheme: EpcScheme;
  readonly company: string;
  readonly reference: string;
  /** Piece and total of an ITIP. */
  readonly piece: string;
  readonly serial: string | undefined;
}

const plainParts = (scheme: EpcScheme, rest: string): readonly string[] | undefined => {
  const plain = partsOf(scheme, rest)?.map(percentDecoded);
  return plain?.every((part) => part !== undefined) ? plain : undefined;
};

const split = (scheme: EpcScheme, company: string, rest: string): Parts | undefined => {
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
  const [, kind = '', name = '', company = '', rest = ''] =
    (uri.length <= MAX_LENGTH ? URN.exec(uri) : null) ?? [];
  const scheme = schemeOf(kind, name);
  const parts = scheme === undefined ? undefined : split(scheme, company, rest);
  return parts === undefined ? undefined : elementsOf(parts, kind === 'idpat');
};

/** Whether a text is an EPC URI whose key and serial number have the form that GS1 gives them. */
export const isEpcUrn = (uri: string): boolean =>
  ESCAPES.test(uri) &&
  (readEpcUrn(uri)?.every(([ai, value]) => {
    const rule = aiRule(ai);
    return rule !== undefined && !valueProblems(rule, value).some(({ kind }) => kind === 'form');
  }) ??
    false);
