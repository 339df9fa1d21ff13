import type { Command } from '../model/kernel/command.js';
import type { ActKind } from '../model/kernel/define-acts.js';
import { YaosuError } from '../model/kernel/errors.js';
import { millisecondsBetween } from '../model/kernel/time.js';

const MINUTE_MS = 60 * 1000;
const WINDOW_MS = 15 * MINUTE_MS;
const LATE_MS = 72 * 60 * MINUTE_MS;

/**
 * A permission is asked for now; a fact may be late, but not from the future.
 * @throws CAPTURED_AT_IMPLAUSIBLE, COMMAND_EXPIRED
 */
export const assertTimely = (command: Command, kind: ActKind, now: string): void => {
  const age = millisecondsBetween(command.capturedAt, now);
  const tooOld = kind !== 'fact' && age > WINDOW_MS;
  if (tooOld || age < -WINDOW_MS)
    throw new YaosuError('CAPTURED_AT_IMPLAUSIBLE', { capturedAt: command.capturedAt, now });
  if (command.notAfter !== undefined && now > command.notAfter) {
    throw new YaosuError('COMMAND_EXPIRED', { notAfter: command.notAfter, now });
  }
};

/** A fact that arrives more than 72 hours after it was captured needs a review. */
export const isLate = (command: Command, kind: ActKind, now: string): boolean =>
  kind === 'fact' && millisecondsBetween(command.capturedAt, now) > LATE_MS;
