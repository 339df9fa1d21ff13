/** Runs a row on a ledger and compares what each step observed with what real Fabric did. */
import { LedgerError } from '@yaosu/network';
import type { Consensus } from '@yaosu/network/native';
import { isEqual } from './compare.js';
import type { ParityDriver } from './driver.js';
import type { Json } from './json.js';
import { RowRun } from './row-run.js';
import { call, done, VALID, type Row, type Step } from './row.js';

/** A step that observed something else. */
export interface Difference {
  readonly step: number;
  readonly did: string;
  readonly expected: Json;
  readonly got: Json;
}

/** Run a row to its end. @returns what each step observed. @throws Error when the setup did not become VALID */
export async function observeRow(driver: ParityDriver, row: Row): Promise<readonly Json[]> {
  const run = new RowRun(driver, `p${String(row.id)}-`, await driver.height());
  if (row.setup.length > 0) await setUp(run, row);
  const observed: Json[] = [];
  for (const step of row.steps) observed.push(await observe(run, step));
  return observed;
}

/** The first step that observed something else than what is expected. */
export function compareRow(row: Row, expected: readonly Json[], got: readonly Json[]): Difference | 'equal' {
  for (const [step, what] of row.steps.entries()) {
    const [wanted, found] = [expected[step] ?? null, got[step] ?? null];
    if (!isEqual(wanted, found)) return { step, did: describeStep(what), expected: wanted, got: found };
  }
  return 'equal';
}

/** What a row does on real Fabric. */
export const expectedOf = (row: Row, consensus: Consensus): readonly Json[] =>
  consensus === 'bft' ? (row.onBft ?? row.expected) : row.expected;

/** Run a row on real Fabric and compare it with its own expectations. */
export async function runRow(
  driver: ParityDriver,
  row: Row,
  consensus: Consensus,
): Promise<Difference | 'equal'> {
  return compareRow(row, expectedOf(row, consensus), await observeRow(driver, row));
}

async function setUp(run: RowRun, { setup }: Row): Promise<void> {
  const got = await observe(run, call('setup', setup));
  const isValid = isEqual(done(VALID, ...setup.map(() => null)), got);
  if (!isValid) throw new Error(`the setup gave ${JSON.stringify(got)}`);
}

async function observe(run: RowRun, step: Step): Promise<Json> {
  try {
    return run.normalise(await run.take(step));
  } catch (thrown) {
    return run.normalise(showFailure(thrown));
  }
}

function showFailure(thrown: unknown): Json {
  if (!(thrown instanceof LedgerError)) return { broken: String(thrown) };
  const { status, messages } = thrown.details;
  return {
    phase: thrown.phase,
    status: status ?? 'none',
    text: [thrown.message, ...(messages ?? [])].join(' | '),
  };
}

/** What a step does, for a message. */
export function describeStep(step: Step): string {
  return 'name' in step ? `${step.do} ${step.name}` : step.do;
}
