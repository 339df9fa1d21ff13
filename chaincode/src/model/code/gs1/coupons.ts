/** North American coupon codes (AI 8110 and 8112), field by field as the Barcode Syntax Dictionary reads them. */
import { isDate } from './dates.js';

/** A digit that tells a length (plus `more`), and as many digits. */
const counted = (from: number, to: number, more: number): string => {
  const lengths = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return `(?:${lengths.map((n) => `${String(n)}\\d{${String(n + more)}}`).join('|')})`;
};

const COMPANY = counted(0, 6, 6);
const SERIAL = counted(0, 9, 6);
const VALUE = counted(1, 5, 0);
/** Requirement, its code, and the family. */
const PURCHASE = `${VALUE}[0-49]\\d{3}`;
/** Optional fields begin with their number and keep its order; 9 stands for no company. */
const OPTIONAL = [
  `1[0-3]${PURCHASE}(?:${COMPANY}|9)`,
  `2${PURCHASE}(?:${COMPANY}|9)`,
  '3(?<expiry>\\d{6})',
  '4(?<start>\\d{6})',
  `5${SERIAL}`,
  `6${counted(1, 7, 6)}`,
  '9[01256][0-2]\\d[01]',
];
const COUPON = new RegExp(
  `^${COMPANY}\\d{6}${VALUE}${PURCHASE}${OPTIONAL.map((each) => `(?:${each})?`).join('')}$`,
);
const POSITIVE_OFFER = new RegExp(`^[01]${COMPANY}\\d{6}${SERIAL}$`);

/** Whether a value of AI 8110 is a coupon: its fields in order, its dates days, and not expired before it starts. */
export const isCoupon = (value: string): boolean => {
  const fields = COUPON.exec(value)?.groups;
  if (fields === undefined) return false;
  const { expiry, start } = fields;
  const areDays = [expiry, start].every((day) => day === undefined || isDate(day, 2, 1));
  return areDays && (expiry === undefined || start === undefined || start <= expiry);
};

/** Whether a value of AI 8112 names a coupon of a positive offer file. */
export const isPositiveOffer = (value: string): boolean => POSITIVE_OFFER.test(value);
