/** Bits of compressed links (GS1 Digital Link Standard 1.1, 3.8): how values of AIs are packed. */
import { aiRule, type Part } from './ai-rules.js';

/** Part of a value as it is packed: digits as a number, or characters in the leanest of five encodings. */
export interface PackedPart {
  readonly kind: 'digits' | 'characters';
  readonly length: number;
  /** The length is told before the value. */
  readonly isCounted: boolean;
}

/** Alphabet of encoding 3, of foreign keys, and of the link itself. */
export const BASE_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Encodings of characters by their number: signs, and bits a character; digits are packed as one number. */
export const ENCODINGS: readonly {
  readonly signs: RegExp;
  readonly alphabet: string;
  readonly bits: number;
}[] = [
  { signs: /^\d+$/, alphabet: '', bits: 0 },
  { signs: /^[0-9a-f]+$/, alphabet: '0123456789abcdef', bits: 4 },
  { signs: /^[0-9A-F]+$/, alphabet: '0123456789ABCDEF', bits: 4 },
  { signs: /^[-0-9A-Z_a-z]+$/, alphabet: BASE_64, bits: 6 },
  { signs: /^/, alphabet: String.fromCharCode(...Array(128).keys()), bits: 7 },
];

/** Bits of a number of so many digits: ⌈n·log₂10 + 0.01⌉ without floating point; of none, one. */
export const bitsOfDigits = (count: number): number =>
  Number((BigInt(count) * 3_321_928_094_887n + 10_000_000_000n) / 1_000_000_000_000n) + 1;

/** Bits of a length up to so many. */
export const bitsOfLength = (most: number): number => most.toString(2).length;

const packedOf = ({ type, max, min, isOptional }: Part): PackedPart => ({
  kind: type === 'N' ? 'digits' : 'characters',
  length: max,
  isCounted: isOptional || min < max,
});

/** Whether a part is packed with the one before it: digits with digits that are counted alike, characters always. */
const joins = (before: PackedPart | undefined, each: PackedPart): before is PackedPart =>
  before !== undefined &&
  before.kind === each.kind &&
  (each.kind === 'characters' || before.isCounted === each.isCounted);

/** The packed parts of an AI; undefined when GS1 has given it out to nobody. */
export const packedParts = (ai: string): readonly PackedPart[] | undefined =>
  aiRule(ai)
    ?.parts.map(packedOf)
    .reduce<readonly PackedPart[]>((parts, each) => {
      const before = parts.at(-1);
      if (!joins(before, each)) return [...parts, each];
      const isCounted = before.isCounted || each.isCounted;
      return [...parts.slice(0, -1), { ...each, length: before.length + each.length, isCounted }];
    }, []);
