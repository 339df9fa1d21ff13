/** Times on the ledger: UTC, ISO 8601, milliseconds, always `Z`; dates without a time are calendar days. */
import * as z from 'zod';
import { isDay, isReal } from './time-sums.js';

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** An instant, e.g. `2026-11-25T08:00:00.000Z`. */
export const instant = z
  .string()
  .refine((value) => INSTANT.test(value) && isReal(value, value), 'INSTANT')
  .meta({ id: 'Instant', examples: ['2026-11-25T08:00:00.000Z'] });

/** A calendar day, e.g. `2026-11-25`. */
export const day = z
  .string()
  .refine(isDay, 'DAY')
  .meta({ id: 'Day', examples: ['2026-11-25'] });

export {
  millisecondsBetween,
  instantOf,
  isWithinDays,
  dayOf,
  DAY_MS,
  later,
  daysLater,
  daysBetween,
  yearOf,
} from './time-sums.js';
