import { YaosuError } from '../../model/kernel/errors.js';
import type { PlanRecord } from '../../model/waste/schemas.js';

/** Amounts of a plan, in grams. */
export type Amounts = Pick<PlanRecord, 'planned' | 'reserved' | 'settled'>;

const usedOf = ({ reserved, settled }: Amounts): bigint => BigInt(reserved) + BigInt(settled);

/** What is on manifests or received stays within what was planned. @throws WASTE_PLAN_EXCEEDED */
export const assertWithinPlan = (plan: Amounts): void => {
  if (usedOf(plan) > BigInt(plan.planned))
    throw new YaosuError('WASTE_PLAN_EXCEEDED', { planned: plan.planned });
};

/** A plan is not lowered below what is used of it. @throws WASTE_PLAN_BELOW_USED */
export const assertCoversUsed = (plan: Amounts): void => {
  if (usedOf(plan) > BigInt(plan.planned))
    throw new YaosuError('WASTE_PLAN_BELOW_USED', { planned: plan.planned });
};

/** The plan with so much more reserved. @throws WASTE_PLAN_EXCEEDED */
export const reserve = <P extends Amounts>(plan: P, grams: string): P => {
  const reserved = { ...plan, reserved: (BigInt(plan.reserved) + BigInt(grams)).toString() };
  assertWithinPlan(reserved);
  return reserved;
};

/** The plan with a reservation ended, and what was received in its stead (0 when it was freed). */
export const settle = <P extends Amounts>(plan: P, reservation: string, received: string): P => ({
  ...plan,
  reserved: (BigInt(plan.reserved) - BigInt(reservation)).toString(),
  settled: (BigInt(plan.settled) + BigInt(received)).toString(),
});
