/**
 * Codes that people say and type: seven characters and a check character of an alphabet without 0, O, 1, I and L. The check is
 * ISO/IEC 7064's pure system with modulus 31 and radix 3: it finds every wrong character, and every two that changed places.
 */
/** 31 characters, a prime number of them. */
export const SPOKEN_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Characters of a code, the check character included. */
export const SPOKEN_LENGTH = 8;
const RADIX = 3;
const MODULUS = SPOKEN_ALPHABET.length;

const valueOf = (character: string): number => SPOKEN_ALPHABET.indexOf(character);

/** Remainder of characters, each weighed by its distance from the end. */
const remainderOf = (characters: string): number =>
  Array.from(characters).reduce((sum, each) => (sum * RADIX + valueOf(each)) % MODULUS, 0);

const isOfAlphabet = (text: string): boolean => Array.from(text).every((each) => valueOf(each) >= 0);

/** Whether a text is a code with its right check character. */
export const isSpokenCode = (text: string): boolean =>
  text.length === SPOKEN_LENGTH && isOfAlphabet(text) && remainderOf(text) === 1;

/** Seven characters with their check character. */
export const withCheck = (body: string): string => {
  const rest = (remainderOf(body) * RADIX) % MODULUS;
  return body + (SPOKEN_ALPHABET[(MODULUS + 1 - rest) % MODULUS] ?? '');
};

const HEX_TAKEN = 16;

/** The code of a digest (hex), for people; a digest has one code, a code has many digests. */
export const spokenCodeOf = (digest: string): string => {
  let rest = BigInt(`0x${digest.slice(0, HEX_TAKEN)}`);
  let body = '';
  while (body.length < SPOKEN_LENGTH - 1) {
    body += SPOKEN_ALPHABET[Number(rest % BigInt(MODULUS))] ?? '';
    rest /= BigInt(MODULUS);
  }
  return withCheck(body);
};

/** What was typed, without what people put between the characters. */
export const typedCode = (text: string): string => text.toUpperCase().replace(/[\s–-]/g, '');

/** A code as it is said and printed: two groups of four. */
export const spokenGroups = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
