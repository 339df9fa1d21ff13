import type { ChaincodeStub } from 'fabric-shim';
import { instantOf } from '../model/kernel/time.js';

const MS_PER_SECOND = 1000;
const NS_PER_MS = 1_000_000;

/** Transaction time: the client's, the same on every endorsing peer (TimeWindowCheck bounds it to ±15 min). */
export const transactionTime = (stub: ChaincodeStub): string => {
  const { seconds, nanos } = stub.getTxTimestamp();
  return instantOf(Number(seconds) * MS_PER_SECOND + Math.floor(nanos / NS_PER_MS));
};
