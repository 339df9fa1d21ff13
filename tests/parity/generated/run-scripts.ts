/** Runs scripts on two ledgers and compares all that was observed. */
import type { ParityDriver } from '../driver.js';
import type { Json } from '../json.js';
import type { Row } from '../row.js';
import { describeStep, observeRow, type Difference } from '../run-row.js';

/** The embedded ledger first; the other one says what is right. */
export type Pair = readonly [embedded: ParityDriver, fabric: ParityDriver];

/** What a script came to. */
export interface Verdict {
  readonly outcome: Difference | 'equal';
  /** Names of validation codes in the order of their transactions. */
  readonly codes: readonly string[];
}

/** The orderer of a real network may cut a block between two envelopes that were sent together. */
const TORN = 'the envelopes did not come into one block';
const MAX_TRIES = 5;

const isTorn = (observed: readonly Json[]): boolean => JSON.stringify(observed).includes(TORN);

const observe = async (driver: ParityDriver, script: Row): Promise<readonly Json[]> => {
  for (let tries = 1; ; tries++) {
    // Another id, other keys: what the torn try has left does not matter.
    const id = script.id * (MAX_TRIES + 1) + tries;
    const observed = await observeRow(driver, { ...script, id });
    if (!isTorn(observed) || tries === MAX_TRIES) return observed;
  }
};

const CODE = /\b(VALID|[A-Z]+_READ_CONFLICT|ENDORSEMENT_POLICY_FAILURE|DUPLICATE_TXID)\b/g;

/** Run a script on both ledgers. */
export const runScript = async ([embedded, fabric]: Pair, script: Row): Promise<Verdict> => {
  const [got, expected] = [await observe(embedded, script), await observe(fabric, script)];
  const step = expected.findIndex((one, index) => JSON.stringify(one) !== JSON.stringify(got[index]));
  const what = script.steps[step];
  const codes = [...JSON.stringify(expected).matchAll(CODE)].map(([code]) => code);
  if (what === undefined) return { outcome: 'equal', codes };
  const outcome = { step, did: describeStep(what), expected: expected[step] ?? null, got: got[step] ?? null };
  return { outcome, codes };
};
