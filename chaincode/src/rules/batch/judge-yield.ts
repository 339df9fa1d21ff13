import { toMillionths } from '../../model/kernel/quantity.js';

/** A yield's limits in hundredths of a percent. */
interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** 100 % in hundredths of a percent. */
const WHOLE = 10_000n;

/** Whether a yield lies within its limits, both included; decided without rounding. */
export const isYieldWithin = (quantity: string, theoretical: string, { lower, upper }: Limits): boolean => {
  const made = toMillionths(quantity) * WHOLE;
  const whole = toMillionths(theoretical);
  return made >= BigInt(lower) * whole && made <= BigInt(upper) * whole;
};
