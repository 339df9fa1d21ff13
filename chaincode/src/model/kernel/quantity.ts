/** Quantities: decimal strings with a UN/ECE Recommendation 20 unit, computed in integers. */
import * as z from 'zod';

/** Units in use: kilogram, gram, litre, one (piece), thousand pieces, metre. */
export const UNITS = ['KGM', 'GRM', 'LTR', 'H87', 'MIL', 'MTR'] as const;

/** A UN/ECE Rec 20 unit code. */
export const unit = z.enum(UNITS).meta({ id: 'Unit' });

const DECIMAL = /^(0|[1-9]\d{0,14})(\.\d{0,5}[1-9])?$/;

/** A decimal ≥ 0 in canonical form: no sign, no exponent, no trailing zeros, at most 15 + 6 digits. What is none is not looked at further. */
export const decimal = z.string().regex(DECIMAL, { error: 'DECIMAL', abort: true });

/** A decimal above zero. */
export const positive = decimal.refine((value) => value !== '0', 'POSITIVE');

/** A positive quantity. */
export const quantity = z
  .strictObject({ value: positive, unit })
  .meta({ id: 'Quantity', examples: [{ value: '12.5', unit: 'KGM' }] });

/** A positive amount of one unit. */
export type Quantity = z.infer<typeof quantity>;

const SCALE = 6;

/** Decimal string to millionths. */
export const toMillionths = (value: string): bigint => {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(SCALE, '0'));
};

/** Millionths to the canonical decimal string. */
export const fromMillionths = (millionths: bigint): string => {
  const digits = millionths.toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  const whole = digits.slice(0, -SCALE);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

const MILLIONTHS_A_GRAM = 1_000n;

/** Grams of the ledger as kilograms, exactly, for people. */
export const kilograms = (grams: string): string => `${fromMillionths(BigInt(grams) * MILLIONTHS_A_GRAM)} kg`;

/** Exact sum of quantities. */
export const sumOf = (quantities: readonly string[]): string =>
  fromMillionths(quantities.reduce((sum, quantity) => sum + toMillionths(quantity), 0n));
