/** What the phone has to know without signal is read while there is one. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { refreshCounterOf } from '../dispensing/refresh-counter.js';
import { settlePending } from '../hand-over/pending.js';
import { readDay } from '../shipments/read-day.js';

/** Reads the day, what became of pending offers, and the counter. @throws ApiError, TypeError without signal */
export const readAgain = async (session: DeviceSession | undefined): Promise<void> => {
  if (session !== undefined) await readDay(session.enterprise);
  await settlePending();
  if (session !== undefined) await refreshCounterOf(session);
};
