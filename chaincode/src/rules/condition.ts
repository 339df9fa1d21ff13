/** Conditions of an act, each with what fails it: peers refuse by the first, a desk tells of all of them beforehand. */
import { YaosuError, type ErrorCode, type ErrorDetails } from '../model/kernel/errors.js';

/** A record that fails a condition. */
export interface Failure {
  /** Its key. */
  readonly key: string;
  /** What the refusal says of it. */
  readonly details: ErrorDetails;
}

/** A condition; it is met when nothing fails it. */
export interface Condition {
  /** With what peers refuse while it is not met. */
  readonly code: ErrorCode;
  readonly failures: readonly Failure[];
}

/** Whether nothing fails a condition. */
export const isMet = ({ failures }: Condition): boolean => failures.length === 0;

/** @throws the code of the first condition that is not met */
export const assertMet = (conditions: readonly Condition[]): void => {
  for (const { code, failures } of conditions) {
    if (failures[0] !== undefined) throw new YaosuError(code, failures[0].details);
  }
};
