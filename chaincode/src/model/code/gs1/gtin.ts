/** GTINs as retail symbols and people write them: 8, 12, 13 or 14 digits, behind which an add-on symbol may stand. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import { GTIN_DIGITS } from './link-values.js';

const PLAIN = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/;
const WITH_ADD_ON = /^(\d{13})(?:\d{2}|\d{5})$/;

/** Whether the last of some digits checks the others. */
export const hasCheckDigit = (digits: string): boolean =>
  digits.slice(-1) === gs1CheckDigit(digits.slice(0, -1));

/** The GTIN at its full length; undefined when the text has another length, or a wrong check digit. */
export const gtinOf = (text: string): string | undefined =>
  PLAIN.test(text) && hasCheckDigit(text) ? text.padStart(GTIN_DIGITS, '0') : undefined;

/** The GTIN of a retail symbol's digits, an add-on left out. */
export const retailGtin = (digits: string): string | undefined =>
  gtinOf(digits) ?? gtinOf(WITH_ADD_ON.exec(digits)?.[1] ?? '');
