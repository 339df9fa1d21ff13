import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParityDriver } from './driver.js';
import { openEmbeddedDriver } from './embedded-driver.js';
import { ROW_COUNT, ROWS } from './rows/index.js';
import { compareWithRecord, readRecord, type RecordedRow } from './record.js';
import { compareRow, observeRow } from './run-row.js';
import { WAITING } from './waiting.js';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const NEVER_WAITING = [...range(1, 22), ...range(38, 48), 54, ...range(61, 64)];

describe('the table of rows', () => {
  it('has every row of section 14 once', () => {
    expect(ROWS.map(({ id }) => id)).toEqual(range(1, ROW_COUNT));
  });

  it.each(ROWS)('$id has an expectation for every step', ({ steps, expected }) => {
    expect(expected).toHaveLength(steps.length);
  });

  it('lets at most three rows wait, none of those that everything rests on', () => {
    expect(WAITING.size).toBeLessThanOrEqual(3);
    expect(NEVER_WAITING.filter((id) => WAITING.has(id))).toEqual([]);
  });
});

describe('the embedded ledger does what real Fabric did', () => {
  let driver: ParityDriver;
  let recorded: ReadonlyMap<number, RecordedRow>;
  beforeAll(async () => {
    recorded = await readRecord(ROWS, 'raft');
    driver = await openEmbeddedDriver();
  });
  afterAll(() => driver.close());

  it.each(ROWS.filter(({ id }) => !WAITING.has(id)))('$id $title', async (row) => {
    const observed = await observeRow(driver, row);
    expect(compareRow(row, row.expected, observed)).toBe('equal');
    expect(compareWithRecord(row, recorded.get(row.id)!, observed)).toBe('equal');
  });

  for (const { id, title } of ROWS.filter((row) => WAITING.has(row.id))) {
    it.todo(`${String(id)} ${title}: ${WAITING.get(id) ?? ''}`);
  }
});
