/** Quantities: decimal strings with a UN/ECE Recommendation 20 unit, computed in integers. */
import * as z from 'zod';
import { UNITS } from './quantity-sums.js';

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

export { UNITS, toMillionths, fromMillionths, kilograms, sumOf } from './quantity-sums.js';
