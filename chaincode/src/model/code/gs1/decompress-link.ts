/** Reads compressed GS1 Digital Links: a last part of the path that holds AIs and values bit by bit. */
import { aiRuleAt } from './ai-rules.js';
import {
  BASE_64,
  ENCODINGS,
  bitsOfDigits,
  bitsOfLength,
  packedParts,
  type PackedPart,
} from './compression-bits.js';
import { COMPRESSED_SEQUENCES } from './compressed-sequences.js';
import type { Element } from './problems.js';

/** What a compressed part holds: elements, and keys that are not GS1's. */
export interface Decompressed {
  readonly elements: readonly Element[];
  readonly others: readonly Element[];
}

/** A text of bits, read from the front. */
interface Reader {
  readonly left: () => number;
  /** @throws RangeError when fewer bits are left */
  readonly take: (count: number) => bigint;
  readonly peek: (count: number) => string;
}

const MAX_CHARACTERS = 2_000;
const KEY_BITS = 7;
const FOREIGN = 0xf;

const readerOf = (bits: string): Reader => {
  let at = 0;
  const left = (): number => bits.length - at;
  return {
    left,
    peek: (count) => bits.slice(at, at + count),
    take: (count) => {
      if (count > left()) throw new RangeError('bits');
      at += count;
      return count === 0 ? 0n : BigInt(`0b${bits.slice(at - count, at)}`);
    },
  };
};

const takeNumber = (reader: Reader, bits: number): number => Number(reader.take(bits));

const takeDigits = (reader: Reader, count: number): string => {
  const digits = reader.take(bitsOfDigits(count)).toString().padStart(count, '0');
  if (count === 0) return '';
  if (digits.length > count) throw new RangeError('digits');
  return digits;
};

const takeCharacters = (reader: Reader, encoding: number, count: number): string => {
  const found = ENCODINGS[encoding];
  if (found === undefined) throw new RangeError('encoding');
  const { alphabet, bits } = found;
  if (bits === 0) return takeDigits(reader, count);
  return Array.from({ length: count }, () => alphabet.charAt(takeNumber(reader, bits))).join('');
};

const takePart = (reader: Reader, { kind, length, isCounted }: PackedPart): string => {
  const encoding = kind === 'characters' ? takeNumber(reader, 3) : 0;
  const count = isCounted ? takeNumber(reader, bitsOfLength(length)) : length;
  return takeCharacters(reader, encoding, count);
};

const takeValue = (reader: Reader, ai: string): Element => {
  const parts = packedParts(ai);
  if (parts === undefined) throw new RangeError(ai);
  return [ai, parts.map((part) => takePart(reader, part)).join('')];
};

const takeForeign = (reader: Reader): Element => {
  reader.take(4);
  const key = takeCharacters(reader, 3, takeNumber(reader, KEY_BITS));
  const encoding = takeNumber(reader, 3);
  return [key, takeCharacters(reader, encoding, takeNumber(reader, KEY_BITS))];
};

const AI_BITS = 16;

/** AIs of the next element or sequence, whose values follow. */
const takeAis = (reader: Reader): readonly string[] => {
  const nibbles = reader.peek(AI_BITS).match(/.{4}/g) ?? [];
  const hex = nibbles.map((each) => Number.parseInt(each, 2).toString(16).toUpperCase()).join('');
  const sequence = COMPRESSED_SEQUENCES.get(hex.slice(0, 2));
  const ais = sequence ?? [aiRuleAt(hex, 0)?.ai ?? ''];
  reader.take(sequence === undefined ? 4 * (ais[0] ?? '').length : 8);
  return ais;
};

/** The text of base 64 as bits. */
const bitsOf = (text: string): string =>
  Array.from(text, (each) => BASE_64.indexOf(each).toString(2).padStart(6, '0')).join('');

const decompressed = (reader: Reader): Decompressed => {
  const elements: Element[] = [];
  const others: Element[] = [];
  // Up to seven bits fill up the last characters.
  while (reader.left() > 8) {
    if (Number(`0b${reader.peek(4)}`) === FOREIGN) others.push(takeForeign(reader));
    else elements.push(...takeAis(reader).map((ai) => takeValue(reader, ai)));
  }
  return { elements, others };
};

/** What the compressed part of a link holds; undefined when it is none. */
export const decompressPart = (text: string): Decompressed | undefined => {
  if (!/^[-0-9A-Z_a-z]{2,}$/.test(text) || text.length > MAX_CHARACTERS) return undefined;
  try {
    return decompressed(readerOf(bitsOf(text)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
