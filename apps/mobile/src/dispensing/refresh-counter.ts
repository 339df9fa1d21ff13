import { codeActs } from '@yaosu/chaincode/model/code/acts';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { maySign } from '../session/may-sign.js';
import { refreshCounter } from './counter.js';
import { refreshLeaves } from './leaves.js';

/** Reads what staff of a pharmacy need at the counter without signal; nothing for anybody else. @throws ApiError, or TypeError without signal */
export const refreshCounterOf = async (session: DeviceSession): Promise<void> => {
  if (!maySign(session, codeActs.reverse, 'second')) return;
  await refreshCounter(session.enterprise);
  await refreshLeaves(session.enterprise);
};
