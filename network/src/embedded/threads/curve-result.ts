import { sign, verify, type KeyObject } from 'node:crypto';
import type { CurveResult, CurveTask } from './curve-messages.js';

/** What comes of a task, in whichever thread. */
export const curveResult = (
  { message, signature }: Pick<CurveTask, 'message' | 'signature'>,
  key: KeyObject,
): CurveResult => {
  try {
    return signature === undefined ? sign('sha256', message, key) : verify('sha256', message, key, signature);
  } catch (error) {
    return { failure: String(error) };
  }
};
