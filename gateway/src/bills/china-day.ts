import { dayOf, instantOf } from '@yaosu/chaincode/model/kernel/time';

/** China has one time zone, without summer time. */
const AHEAD_MS = 8 * 3_600_000;

/** The calendar day in China of an instant in milliseconds since 1970: platforms count bills by it. */
export const chinaDay = (atMs: number): string => dayOf(instantOf(atMs + AHEAD_MS));
