/** Rows that are not run yet, each with its reason. At most three, and none of 1-22, 38-48, 54, 61-64. */
export const WAITING: ReadonlyMap<number, string> = new Map([
  [31, 'the embedded ledger has one channel'],
  [55, 'a client of the embedded ledger has no step that sends a proposal a second time'],
]);

/** Rows that our network of one channel cannot run. */
export const WAITING_ON_FABRIC: ReadonlyMap<number, string> = new Map([
  [31, 'the native network has one channel'],
]);
