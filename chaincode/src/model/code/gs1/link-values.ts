/** Values of AIs as links and URIs spell them. */

/** Digits of a GTIN at its full length. */
export const GTIN_DIGITS = 14;
const SHORTER_GTINS: readonly number[] = [8, 12, 13];

/** Text without its percent-encoding; undefined when that is malformed. */
export const percentDecoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** A value at its full length: a GTIN counts with leading zeros (GS1 General Specifications, 3.3.2). */
export const wholeValue = (ai: string, value: string): string =>
  ai === '01' && SHORTER_GTINS.includes(value.length) ? value.padStart(GTIN_DIGITS, '0') : value;
