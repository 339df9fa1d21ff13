/** Serials of a space: place in the space ↔ serial, by a keyed permutation, so that no list of them has to be kept. */
import { SERIAL_SCHEMES, spaceSize, type SerialScheme } from '../api/codes.js';
import { newPermutation, type Halves, type Permutation } from './permutation.js';

/** Places that are permuted at a time: their blocks stay in the processor's cache. */
const CHUNK = 4_096;

/** Serials of one space. */
export interface Serials {
  /** Serials at places `from … from + count - 1`. */
  at(from: number, count: number): readonly string[];
  /** Place of a serial; undefined for what no place leads to. */
  placeOf(serial: string): number | undefined;
}

/** How numbers of a scheme are written and read. */
interface Spelling {
  readonly halfBits: number;
  readonly isInSpace: (upper: number, lower: number) => boolean;
  readonly write: (upper: number, lower: number) => string;
  readonly read: (serial: string) => readonly [upper: number, lower: number];
}

/** A power of two of characters: each half is half of the text. */
const ofLetters = (alphabet: string, length: number): Spelling => {
  const bits = Math.log2(alphabet.length);
  const half = length / 2;
  const mask = alphabet.length - 1;
  const write = (number: number): string => {
    let text = '';
    for (let at = (half - 1) * bits; at >= 0; at -= bits) text += alphabet.charAt((number >>> at) & mask);
    return text;
  };
  const read = (text: string): number =>
    Array.from(text).reduce((sum, each) => sum * alphabet.length + alphabet.indexOf(each), 0);
  return {
    halfBits: half * bits,
    isInSpace: () => true,
    write: (upper, lower) => write(upper) + write(lower),
    read: (serial) => [read(serial.slice(0, half)), read(serial.slice(half))],
  };
};

/** Decimal numbers: the next even power of two holds them, and what lies outside is permuted again. */
const ofDigits = (length: number): Spelling => {
  const size = 10 ** length;
  const halfBits = Math.ceil(Math.log2(size) / 2);
  const base = 2 ** halfBits;
  return {
    halfBits,
    isInSpace: (upper, lower) => upper * base + lower < size,
    write: (upper, lower) => String(upper * base + lower).padStart(length, '0'),
    read: (serial) => [Math.floor(Number(serial) / base), Number(serial) % base],
  };
};

const SPELLINGS: Readonly<Record<SerialScheme, Spelling>> = {
  letters12: ofLetters(SERIAL_SCHEMES.letters12.alphabet, SERIAL_SCHEMES.letters12.length),
  digits15: ofDigits(SERIAL_SCHEMES.digits15.length),
  digits12: ofDigits(SERIAL_SCHEMES.digits12.length),
};

/** Permutes, and again what fell outside of the space (cycle walking), until nothing lies outside. */
const walk = (halves: Halves, isInSpace: Spelling['isInSpace'], step: (halves: Halves) => void): void => {
  step(halves);
  const { upper, lower } = halves;
  const outside: number[] = [];
  for (let i = 0; i < upper.length; i += 1) {
    if (!isInSpace(upper[i] ?? 0, lower[i] ?? 0)) outside.push(i);
  }
  if (outside.length === 0) return;
  const rest = {
    upper: Uint32Array.from(outside, (i) => upper[i] ?? 0),
    lower: Uint32Array.from(outside, (i) => lower[i] ?? 0),
  };
  walk(rest, isInSpace, step);
  for (const [at, i] of outside.entries()) {
    upper[i] = rest.upper[at] ?? 0;
    lower[i] = rest.lower[at] ?? 0;
  }
};

const chunkAt = (from: number, count: number, halfBits: number): Halves => {
  const base = 2 ** halfBits;
  const halves = { upper: new Uint32Array(count), lower: new Uint32Array(count) };
  for (let i = 0; i < count; i += 1) {
    halves.upper[i] = Math.floor((from + i) / base);
    halves.lower[i] = (from + i) % base;
  }
  return halves;
};

const isSpelled = (scheme: SerialScheme, serial: string): boolean => {
  const { alphabet, length } = SERIAL_SCHEMES[scheme];
  return serial.length === length && Array.from(serial).every((each) => alphabet.includes(each));
};

const placeOf = (scheme: SerialScheme, permutation: Permutation, serial: string): number | undefined => {
  if (!isSpelled(scheme, serial)) return undefined;
  const { halfBits, isInSpace, read } = SPELLINGS[scheme];
  const [upper, lower] = read(serial);
  const halves = { upper: Uint32Array.of(upper), lower: Uint32Array.of(lower) };
  walk(halves, isInSpace, (each) => permutation.backward(each));
  const place = (halves.upper[0] ?? 0) * 2 ** halfBits + (halves.lower[0] ?? 0);
  return Number.isSafeInteger(place) && place < spaceSize(scheme) ? place : undefined;
};

/** The serials of a scheme under a key of 32 bytes. */
export const newSerials = (scheme: SerialScheme, key: Uint8Array): Serials => {
  const { halfBits, isInSpace, write } = SPELLINGS[scheme];
  const permutation = newPermutation(key, halfBits);
  const chunk = (from: number, count: number): readonly string[] => {
    const halves = chunkAt(from, count, halfBits);
    walk(halves, isInSpace, (each) => permutation.forward(each));
    return Array.from(halves.upper, (upper, i) => write(upper, halves.lower[i] ?? 0));
  };
  return {
    at: (from, count) => {
      const serials: string[] = [];
      for (let done = 0; done < count; done += CHUNK) {
        serials.push(...chunk(from + done, Math.min(CHUNK, count - done)));
      }
      return serials;
    },
    placeOf: (serial) => placeOf(scheme, permutation, serial),
  };
};
