/** `npm run parity`: every row on the embedded ledger against what real Fabric did. */
import { openEmbeddedDriver } from './embedded-driver.js';
import type { ParityDriver } from './driver.js';
import type { Row } from './row.js';
import { ROWS } from './rows/index.js';
import { runRow } from './run-row.js';
import { WAITING } from './waiting.js';

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
process.exit(await main());

/** Prints a line a row and gives the exit code. */
async function main(): Promise<number> {
  const driver = await openEmbeddedDriver();
  const counts = { equal: 0, differing: 0 };
  try {
    for (const row of ROWS) {
      const verdict = await judge(driver, row);
      if (verdict === 'equal') counts.equal++;
      if (verdict === 'differing') counts.differing++;
    }
  } finally {
    await driver.close();
  }
  console.log(`${String(counts.equal)} of ${String(ROWS.length)} equal`);
  return counts.differing === 0 ? 0 : 1;
}

async function judge(driver: ParityDriver, row: Row): Promise<'equal' | 'differing' | 'waiting'> {
  const head = `${String(row.id).padStart(2)} ${row.title}:`;
  const reason = WAITING.get(row.id);
  if (reason !== undefined) {
    console.log(`${head} waiting, ${reason}`);
    return 'waiting';
  }
  const outcome = await runRow(driver, row);
  if (outcome === 'equal') {
    console.log(`${head} equal`);
    return 'equal';
  }
  const { step, did, got, expected } = outcome;
  console.log(`${head} DIFFERENT at step ${String(step + 1)} (${did})`);
  console.log(`   got ${JSON.stringify(got)}\n   expected ${JSON.stringify(expected)}`);
  return 'differing';
}
