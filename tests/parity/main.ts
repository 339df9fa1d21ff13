/**
 * `npm run parity`: every row on the embedded ledger, held against the record of what real Fabric did.
 * `-- --fabric` runs both, the real network being brought up for it; `-- --record` makes the record anew from it;
 * `-- --scripts N [--seed S]` compares drawn scripts on both instead.
 */
import { parseArgs } from 'node:util';
import { requireCommands, type NetworkPlan } from '@yaosu/network/native';
import { bringUpOrRemove, freePortBase, networkFolder, removeNetwork } from '../support/fabric.js';
import { openEmbeddedDriver } from './embedded-driver.js';
import { openFabricDriver } from './fabric-driver.js';
import { newParityPlan } from './fabric-network.js';
import type { ParityDriver } from './driver.js';
import { runScripts } from './generated/main.js';
import { judgeRows, type Judge } from './judge-rows.js';
import { newRecord } from './new-record.js';
import { compareWithRecord, readRecord, RECORD_FILE, writeRecord } from './record.js';
import { ROWS } from './rows/index.js';
import { compareRow } from './run-row.js';
import { WAITING, WAITING_ON_FABRIC } from './waiting.js';

/** The release that this project is made against; commands built from source do not say it. */
const RELEASE = 'v2.5.16';

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
process.exit(await main());

/** Runs the rows on every ledger that was asked for and gives the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      fabric: { type: 'boolean' },
      record: { type: 'boolean' },
      release: { type: 'string', default: RELEASE },
      scripts: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.scripts !== undefined) return compareScripts(Number(values.scripts), Number(values.seed));
  const onFabric =
    values.fabric === true || values.record === true
      ? await runOnFabric(values.record === true ? values.release : undefined)
      : 0;
  return onFabric + (await runOnEmbedded()) === 0 ? 0 : 1;
}

/** @returns how many rows differ from the record */
async function runOnEmbedded(): Promise<number> {
  const recorded = await readRecord(ROWS);
  const judge: Judge = (row, observed) => {
    const record = recorded.get(row.id);
    if (record === undefined) throw new Error(`row ${String(row.id)} is not in the record`);
    return compareWithRecord(row, record, observed);
  };
  return close(await openEmbeddedDriver(), async (driver) => {
    return (await judgeRows(driver, { waiting: WAITING, judge })).differing;
  });
}

/** @returns how many rows differ from what was written by hand; with a release the record is written */
async function runOnFabric(release: string | undefined): Promise<number> {
  const judge: Judge = (row, observed) => compareRow(row, row.expected, observed);
  return withFabric(async (driver, plan) => {
    const { differing, observed } = await judgeRows(driver, { waiting: WAITING_ON_FABRIC, judge });
    if (release !== undefined && differing === 0) {
      await writeRecord(await newRecord(plan, release, observed));
      console.log(`recorded in ${RECORD_FILE}`);
    }
    return differing;
  });
}

/** @returns exit code */
async function compareScripts(count: number, seed: number): Promise<number> {
  return withFabric(async (fabric) =>
    close(await openEmbeddedDriver(), async (embedded) =>
      (await runScripts([embedded, fabric], count, seed)) === 0 ? 0 : 1,
    ),
  );
}

/** Brings a network up, acts on it and takes it down. */
async function withFabric<T>(act: (driver: ParityDriver, plan: NetworkPlan) => Promise<T>): Promise<T> {
  const plan = newParityPlan(await networkFolder(), await freePortBase(), await requireCommands(process.env));
  await bringUpOrRemove({ ...plan, say: (line) => console.log(line) });
  try {
    return await close(await openFabricDriver(plan), (driver) => act(driver, plan));
  } finally {
    await removeNetwork(plan);
  }
}

async function close<T>(driver: ParityDriver, act: (driver: ParityDriver) => Promise<T>): Promise<T> {
  try {
    return await act(driver);
  } finally {
    await driver.close();
  }
}
