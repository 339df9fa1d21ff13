/** Writes the compressed part of a GS1 Digital Link, AI by AI in their order, without the table of sequences. */
import {
  BASE_64,
  ENCODINGS,
  bitsOfDigits,
  bitsOfLength,
  packedParts,
  type PackedPart,
} from './compression-bits.js';
import type { Element } from './problems.js';

const bitsOf = (value: bigint | number, count: number): string => value.toString(2).padStart(count, '0');

const digitBits = (digits: string): string => bitsOf(BigInt(digits), bitsOfDigits(digits.length));

const characterBits = (text: string, alphabet: string, bits: number): string =>
  Array.from(text, (each) => bitsOf(alphabet.indexOf(each), bits)).join('');

const partBits = ({ kind, length, isCounted }: PackedPart, text: string): string => {
  const count = isCounted ? bitsOf(text.length, bitsOfLength(length)) : '';
  if (kind === 'digits') return `${count}${digitBits(text)}`;
  const encoding = ENCODINGS.findIndex(({ signs }) => signs.test(text));
  const { alphabet = '', bits = 0 } = ENCODINGS[encoding] ?? {};
  return `${bitsOf(encoding, 3)}${count}${bits === 0 ? digitBits(text) : characterBits(text, alphabet, bits)}`;
};

const elementBits = ([ai, value]: Element): string => {
  const parts: string[] = [];
  let at = 0;
  for (const part of packedParts(ai) ?? []) {
    parts.push(partBits(part, value.slice(at, at + part.length)));
    at += part.length;
  }
  return `${Array.from(ai, (digit) => bitsOf(Number(digit), 4)).join('')}${parts.join('')}`;
};

const CHARACTER = /.{1,6}/g;

/** The compressed part of elements whose values have been checked. */
export const compressedPart = (elements: readonly Element[]): string => {
  const sorted = [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
  const bits = sorted.map(elementBits).join('');
  return (bits.match(CHARACTER) ?? [])
    .map((each) => BASE_64.charAt(Number.parseInt(each.padEnd(6, '0'), 2)))
    .join('');
};
