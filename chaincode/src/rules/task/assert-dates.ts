/** Days of a task. */
import { YaosuError } from '../../model/kernel/errors.js';
import { dayOf } from '../../model/kernel/time.js';

/** Delivery is not before the start, and not before today. @throws TASK_DATE_WRONG */
export const assertDays = (startOn: string, deliverBy: string, now: string): void => {
  if (deliverBy < startOn || deliverBy < dayOf(now))
    throw new YaosuError('TASK_DATE_WRONG', { day: deliverBy });
};
