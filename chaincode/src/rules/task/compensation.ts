/**
 * Compensation by the rule of private terms: a pure function that each side runs over what it opened. Nothing of it is on
 * the ledger.
 */
import { fromMillionths, toMillionths } from '../../model/kernel/quantity.js';
import { DAY_MS, dayOf, millisecondsBetween } from '../../model/kernel/time.js';
import type { TaskTerms } from '../../model/task/terms.js';

/** What the ledger says of the task. */
export interface Performance {
  readonly ordered: string;
  readonly delivered: string;
  readonly deliverBy: string;
  /** Instant of the delivery. */
  readonly deliveredAt: string;
}

/** Money in the currency of the terms, to the hundredth, rounded down. */
export interface Compensation {
  readonly value: string;
  readonly daysLate: number;
  readonly late: string;
  readonly yieldPercent: string;
  readonly short: string;
  readonly isCapped: boolean;
  readonly total: string;
}

const ONE = 1_000_000n;
const HUNDRED = 100n;
const CENT = 10_000n;

const times = (a: bigint, b: bigint): bigint => (a * b) / ONE;
const percentOf = (value: bigint, percent: bigint): bigint => times(value, percent) / HUNDRED;
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const money = (amount: bigint): string => fromMillionths(amount - (amount % CENT));

const daysLateOf = ({ deliverBy, deliveredAt }: Performance): number => {
  const start = (day: string): string => `${day}T00:00:00.000Z`;
  return Math.max(0, millisecondsBetween(start(deliverBy), start(dayOf(deliveredAt))) / DAY_MS);
};

/** What the CDMO owes: for days late and for yield below the floor, each in per cent of the value, up to the cap. */
export const compensationOf = (terms: TaskTerms, performance: Performance): Compensation => {
  const { price, compensation, yield: agreed } = terms;
  const [ordered, delivered] = [toMillionths(performance.ordered), toMillionths(performance.delivered)];
  const value = times(toMillionths(price.amount), ordered);
  const daysLate = daysLateOf(performance);
  const late = percentOf(value, toMillionths(compensation.perDayLatePercent) * BigInt(daysLate));
  const yielded = (delivered * HUNDRED * ONE) / ordered;
  const missing = toMillionths(agreed.floorPercent) - yielded;
  const short =
    missing > 0n ? percentOf(value, times(toMillionths(compensation.perPercentShortPercent), missing)) : 0n;
  const cap = percentOf(value, toMillionths(compensation.atMostPercent));
  return {
    value: money(value),
    daysLate,
    late: money(late),
    yieldPercent: fromMillionths(yielded),
    short: money(short),
    isCapped: late + short > cap,
    total: money(least(late + short, cap)),
  };
};
