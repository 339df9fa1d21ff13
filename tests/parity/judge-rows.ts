import type { ParityDriver } from './driver.js';
import type { Json } from './json.js';
import type { Row } from './row.js';
import { ROWS } from './rows/index.js';
import { observeRow, type Difference } from './run-row.js';

/** Says whether a row observed what it should. */
export type Judge = (row: Row, observed: readonly Json[]) => Difference | 'equal';

/** What came of all rows. */
export interface Judged {
  readonly differing: number;
  readonly observed: ReadonlyMap<number, readonly Json[]>;
}

/** Runs every row that does not wait and prints a line each; the last line counts those that are equal. */
export const judgeRows = async (
  driver: ParityDriver,
  { waiting, judge }: { readonly waiting: ReadonlyMap<number, string>; readonly judge: Judge },
): Promise<Judged> => {
  const observed = new Map<number, readonly Json[]>();
  let differing = 0;
  for (const row of ROWS) {
    const reason = waiting.get(row.id);
    if (reason !== undefined) {
      console.log(`${headOf(row)} waiting, ${reason}`);
      continue;
    }
    const seen = await observeRow(driver, row);
    observed.set(row.id, seen);
    const outcome = judge(row, seen);
    console.log(`${headOf(row)} ${describeOutcome(outcome)}`);
    if (outcome !== 'equal') differing += 1;
  }
  console.log(`${driver.name}: ${String(observed.size - differing)} of ${String(ROWS.length)} equal`);
  return { differing, observed };
};

const headOf = ({ id, title }: Row): string => `${String(id).padStart(2)} ${title}:`;

const describeOutcome = (outcome: Difference | 'equal'): string => {
  if (outcome === 'equal') return outcome;
  const { step, did, got, expected } = outcome;
  return [
    `DIFFERENT at step ${String(step + 1)} (${did})`,
    `   got ${JSON.stringify(got)}`,
    `   expected ${JSON.stringify(expected)}`,
  ].join('\n');
};
