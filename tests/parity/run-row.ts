/** Runs a row on a ledger and compares what each step observed with what real Fabric did. */
import { LedgerError } from '@yaosu/network';
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

/** Run a row to its end, or to its first difference. */
export async function runRow(driver: ParityDriver, row: Row): Promise<Difference | 'equal'> {
  const run = new RowRun(driver, `p${String(row.id)}-`, await driver.height());
  if (row.setup.length > 0) {
    const setup = call('setup', row.setup);
    const got = await observe(run, setup);
    const expected = done(VALID, ...row.setup.map(() => null));
    if (!isEqual(expected, got)) return { step: -1, did: 'setup', expected, got };
  }
  for (const [step, what] of row.steps.entries()) {
    const got = await observe(run, what);
    const expected = row.expected[step] ?? null;
    if (!isEqual(expected, got)) return { step, did: describeStep(what), expected, got };
  }
  return 'equal';
}

async function observe(run: RowRun, step: Step): Promise<Json> {
  try {
    return run.normalise(await run.take(step));
  } catch (thrown) {
    return run.normalise(showFailure(thrown));
  }
}

function showFailure(thrown: unknown): Json {
  if (!(thrown instanceof LedgerError))
    return { broken: String(thrown instanceof Error ? thrown.stack : thrown) };
  const { status, messages } = thrown.details;
  return {
    phase: thrown.phase,
    status: status ?? 'none',
    text: [thrown.message, ...(messages ?? [])].join(' | '),
  };
}

function describeStep(step: Step): string {
  return 'name' in step ? `${step.do} ${step.name}` : step.do;
}
