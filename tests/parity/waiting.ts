import type { Consensus } from '@yaosu/network/native';
import { ROWS } from './rows/index.js';

/** Rows that are not run yet, each with its reason. At most three, and none of 1-22, 38-48, 54, 61-64. */
export const WAITING: ReadonlyMap<number, string> = new Map([
  [31, 'the embedded ledger has one channel'],
  [55, 'a client of the embedded ledger has no step that sends a proposal a second time'],
]);

/** Rows that our network of one channel cannot run. */
export const WAITING_ON_FABRIC: ReadonlyMap<number, string> = new Map([
  [31, 'the native network has one channel'],
]);

const ON_BFT = ROWS.filter(({ onBft }) => onBft !== undefined).map(
  ({ id }) => [id, 'the embedded ledger orders as Raft does (decision 17)'] as const,
);

/** Rows that wait on the embedded ledger when it is held against a record of this consensus. */
export const waitingOn = (consensus: Consensus): ReadonlyMap<number, string> =>
  consensus === 'bft' ? new Map([...WAITING, ...ON_BFT]) : WAITING;
