/**
 * `npm run parity [-- --fabric]`: every row on the embedded ledger against what real Fabric did, and once more on a real
 * network that is brought up for it.
 */
import { parseArgs } from 'node:util';
import { requireCommands } from '@yaosu/network/native';
import { bringUpOrRemove, freePortBase, networkFolder, removeNetwork } from '../support/fabric.js';
import { openEmbeddedDriver } from './embedded-driver.js';
import { openFabricDriver } from './fabric-driver.js';
import { newParityPlan } from './fabric-network.js';
import type { ParityDriver } from './driver.js';
import type { Row } from './row.js';
import { ROWS } from './rows/index.js';
import { runRow } from './run-row.js';
import { WAITING, WAITING_ON_FABRIC } from './waiting.js';

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
process.exit(await main());

/** Runs the rows on every ledger that was asked for and gives the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { fabric: { type: 'boolean' } } });
  const differing = await runOn(await openEmbeddedDriver(), WAITING);
  if (values.fabric !== true) return differing === 0 ? 0 : 1;
  const plan = newParityPlan(await networkFolder(), await freePortBase(), await requireCommands(process.env));
  await bringUpOrRemove({ ...plan, say: (line) => console.log(line) });
  try {
    return (await runOn(await openFabricDriver(plan), WAITING_ON_FABRIC)) + differing === 0 ? 0 : 1;
  } finally {
    await removeNetwork(plan);
  }
}

/** Prints a line a row. @returns how many differ */
async function runOn(driver: ParityDriver, waiting: ReadonlyMap<number, string>): Promise<number> {
  const counts = { equal: 0, differing: 0 };
  try {
    for (const row of ROWS) {
      const verdict = await judge(driver, row, waiting.get(row.id));
      if (verdict === 'equal') counts.equal++;
      if (verdict === 'differing') counts.differing++;
    }
  } finally {
    await driver.close();
  }
  console.log(`${driver.name}: ${String(counts.equal)} of ${String(ROWS.length)} equal`);
  return counts.differing;
}

async function judge(
  driver: ParityDriver,
  row: Row,
  reason: string | undefined,
): Promise<'equal' | 'differing' | 'waiting'> {
  const head = `${String(row.id).padStart(2)} ${row.title}:`;
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
