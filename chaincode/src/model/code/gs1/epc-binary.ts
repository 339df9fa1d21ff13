/** EPCs as RFID tags hold them (Tag Data Standard 1.13, section 14): SGTIN-96, SGTIN-198 and SSCC-96. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import type { Element } from './problems.js';

/** What a tag says. */
export interface TagEpc {
  readonly scheme: TagScheme;
  /** AI 01 and 21, or AI 00. */
  readonly elements: readonly Element[];
  readonly companyLength: number;
  /** What the tag is on: 0 all others, 1 point of sale, 2 full case … */
  readonly filter: number;
}
/** Encodings that are read and written. */
export type TagScheme = 'sgtin-96' | 'sgtin-198' | 'sscc-96';

interface Layout {
  readonly header: number;
  readonly bits: number;
  /** Digits of company prefix and reference together. */
  readonly digits: number;
  /** Bits of company prefix and reference together. */
  readonly keyBits: number;
  readonly serial: 'number' | 'text' | 'none';
}

const LAYOUTS: Readonly<Record<TagScheme, Layout>> = {
  'sgtin-96': { header: 0x30, bits: 96, digits: 13, keyBits: 44, serial: 'number' },
  'sgtin-198': { header: 0x36, bits: 198, digits: 13, keyBits: 44, serial: 'text' },
  'sscc-96': { header: 0x31, bits: 96, digits: 17, keyBits: 58, serial: 'none' },
};
/** Partition → bits of the company prefix, of 12 digits down to 6. */
const COMPANY_BITS = [40, 37, 34, 30, 27, 24, 20];
const LONGEST_COMPANY = 12;
const START = 14;
const MAX_SERIAL = 2n ** 38n;
const TEXT_BITS = 140;

const toBits = (value: bigint | number, count: number): string => value.toString(2).padStart(count, '0');
const ofBits = (bits: string): bigint => (bits === '' ? 0n : BigInt(`0b${bits}`));

const bitsOfHex = (hex: string): string =>
  Array.from(hex, (each) => toBits(Number.parseInt(each, 16), 4)).join('');
const hexOfBits = (bits: string): string =>
  (bits.match(/.{1,4}/g) ?? [])
    .map((each) => Number.parseInt(each.padEnd(4, '0'), 2).toString(16).toUpperCase())
    .join('');

/** Text of seven bits a character, ended by zeros; undefined when something follows the end. */
const textOfBits = (bits: string): string | undefined => {
  const codes = (bits.match(/.{7}/g) ?? []).map((each) => Number.parseInt(each, 2));
  const end = codes.indexOf(0);
  const text = end < 0 ? codes : codes.slice(0, end);
  const isEnded = end < 0 || codes.slice(end).every((code) => code === 0);
  return isEnded && text.length > 0 ? String.fromCharCode(...text) : undefined;
};

const readSerial = ({ serial }: Layout, bits: string): string | undefined => {
  if (serial === 'none') return ofBits(bits) === 0n ? '' : undefined;
  return serial === 'number' ? ofBits(bits).toString() : textOfBits(bits.slice(0, TEXT_BITS));
};

const serialBits = ({ serial }: Layout, value: string): string | undefined => {
  if (serial === 'none') return toBits(0, 24);
  if (serial === 'text') {
    return Array.from(value, (each) => toBits(each.charCodeAt(0), 7))
      .join('')
      .padEnd(TEXT_BITS, '0');
  }
  const isNumber = /^(?:0|[1-9]\d*)$/.test(value) && BigInt(value) < MAX_SERIAL;
  return isNumber ? toBits(BigInt(value), 38) : undefined;
};

const withCheckDigit = (body: string): string => `${body}${gs1CheckDigit(body)}`;

const layoutOf = (bits: string): readonly [TagScheme, Layout] | undefined =>
  (Object.entries(LAYOUTS) as [TagScheme, Layout][]).find(
    ([, layout]) => layout.header === Number(ofBits(bits.slice(0, 8))) && bits.length - layout.bits < 16,
  );

/** Key of a tag with its check digit, and the length of its company prefix. */
const readKey = ({ digits, keyBits }: Layout, bits: string): readonly [string, number] | undefined => {
  const partition = Number(ofBits(bits.slice(11, START)));
  const companyBits = COMPANY_BITS[partition];
  if (companyBits === undefined) return undefined;
  const companyLength = LONGEST_COMPANY - partition;
  const company = ofBits(bits.slice(START, START + companyBits))
    .toString()
    .padStart(companyLength, '0');
  const length = digits - companyLength;
  const reference = ofBits(bits.slice(START + companyBits, START + keyBits))
    .toString()
    .padStart(length, '0');
  if (company.length > companyLength || reference.length > length) return undefined;
  return [withCheckDigit(`${reference.charAt(0)}${company}${reference.slice(1)}`), companyLength];
};

/** What a tag holds, in hexadecimal; undefined when it is none of these encodings. */
export const readTag = (hex: string): TagEpc | undefined => {
  const bits = /^[0-9A-Fa-f]{24,64}$/.test(hex) ? bitsOfHex(hex) : '';
  const [scheme, layout] = layoutOf(bits) ?? [];
  if (scheme === undefined || layout === undefined || bits.length < layout.bits) return undefined;
  const key = readKey(layout, bits);
  const serial = readSerial(layout, bits.slice(START + layout.keyBits, layout.bits));
  if (key === undefined || serial === undefined) return undefined;
  const elements: readonly Element[] =
    layout.serial === 'none'
      ? [['00', key[0]]]
      : [
          ['01', key[0]],
          ['21', serial],
        ];
  return { scheme, elements, companyLength: key[1], filter: Number(ofBits(bits.slice(8, 11))) };
};

/** A tag in hexadecimal; undefined when the encoding cannot hold the elements, e.g. letters in a serial of 38 bits. */
export const tagOf = ({ scheme, elements, companyLength, filter }: TagEpc): string | undefined => {
  const layout = LAYOUTS[scheme];
  const partition = LONGEST_COMPANY - companyLength;
  const companyBits = COMPANY_BITS[partition];
  const values = new Map(elements);
  const key = values.get(layout.serial === 'none' ? '00' : '01') ?? '';
  const serial = serialBits(layout, values.get('21') ?? '');
  if (companyBits === undefined || serial === undefined || key.length !== layout.digits + 1) return undefined;
  const company = key.slice(1, 1 + companyLength);
  const reference = `${key.charAt(0)}${key.slice(1 + companyLength, -1)}`;
  const head = `${toBits(layout.header, 8)}${toBits(filter, 3)}${toBits(partition, 3)}`;
  const body = `${toBits(BigInt(company), companyBits)}${toBits(BigInt(reference), layout.keyBits - companyBits)}`;
  return hexOfBits(`${head}${body}${serial}`);
};
