import type { UnitRecord } from '../../model/code/schemas.js';
import { UNIT_STEPS, type UnitStep } from '../../model/code/states.js';
import { YaosuError, type ErrorCode } from '../../model/kernel/errors.js';

/** Why a unit in this state cannot be dispensed or taken out. */
const REFUSALS = {
  dispensed: 'UNIT_ALREADY_DISPENSED',
  decommissioned: 'UNIT_DECOMMISSIONED',
  reversed: 'UNIT_NOT_DISPENSED',
} as const satisfies Readonly<Record<UnitRecord['state'], ErrorCode>>;

/**
 * Whether an act may start from the unit's state; a unit without a record is untouched.
 * @throws UNIT_ALREADY_DISPENSED, UNIT_DECOMMISSIONED, UNIT_NOT_DISPENSED
 */
export const assertUnitStep = (unit: Pick<UnitRecord, 'state'> | undefined, step: UnitStep): void => {
  const from: readonly string[] = UNIT_STEPS[step];
  if (from.includes(unit?.state ?? 'untouched')) return;
  if (step === 'reverse' || unit === undefined) throw new YaosuError('UNIT_NOT_DISPENSED');
  throw new YaosuError(REFUSALS[unit.state]);
};
