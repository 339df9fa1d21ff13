/**
 * `npm run parity`: every row on the embedded ledger, held against the record of what real Fabric did.
 * `-- --fabric` runs both, the real network being brought up for it; `-- --record` makes the record anew from it; both with
 * `--profile bft` on SmartBFT;
 * `-- --scripts N [--seed S]` compares drawn scripts on both instead.
 */
import { parseArgs } from 'node:util';
import {
  consensusRule,
  readConsensus,
  requireCommands,
  type Consensus,
  type NetworkPlan,
} from '@yaosu/network/native';
import { bringUpOrRemove, CONSENSUS, freePortBase, networkFolder, removeNetwork } from '../support/fabric.js';
import { openEmbeddedDriver } from './embedded-driver.js';
import { openFabricDriver } from './fabric-driver.js';
import { newParityPlan } from './fabric-network.js';
import type { ParityDriver } from './driver.js';
import { runScripts } from './generated/main.js';
import { judgeRows, type Judge } from './judge-rows.js';
import { newRecord } from './new-record.js';
import { compareWithRecord, readRecord, recordFile, writeRecord } from './record.js';
import { ROWS } from './rows/index.js';
import { compareRow, expectedOf } from './run-row.js';
import { WAITING_ON_FABRIC, waitingOn } from './waiting.js';

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
      release: { type: 'string' },
      profile: { type: 'string', default: CONSENSUS },
      scripts: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const consensus = readConsensus(values.profile);
  if (consensus === undefined) throw new Error(`no profile ${values.profile}: raft or bft`);
  if (values.scripts !== undefined)
    return compareScripts(consensus, Number(values.scripts), Number(values.seed));
  // Commands that were built from source do not say their release.
  const release = values.release ?? `v${consensusRule(consensus).tag}`;
  const onFabric =
    values.fabric === true || values.record === true
      ? await runOnFabric(consensus, values.record === true ? release : undefined)
      : 0;
  return onFabric + (await runOnEmbedded(consensus)) === 0 ? 0 : 1;
}

/** @returns how many rows differ from the record */
async function runOnEmbedded(consensus: Consensus): Promise<number> {
  const recorded = await readRecord(ROWS, consensus);
  const judge: Judge = (row, observed) => {
    const record = recorded.get(row.id);
    if (record === undefined) throw new Error(`row ${String(row.id)} is not in the record`);
    return compareWithRecord(row, record, observed);
  };
  return close(await openEmbeddedDriver(), async (driver) => {
    return (await judgeRows(driver, { waiting: waitingOn(consensus), judge })).differing;
  });
}

/** @returns how many rows differ from what was written by hand; with a release the record is written */
async function runOnFabric(consensus: Consensus, release: string | undefined): Promise<number> {
  const judge: Judge = (row, observed) => compareRow(row, expectedOf(row, consensus), observed);
  return withFabric(consensus, async (driver, plan) => {
    const { differing, observed } = await judgeRows(driver, { waiting: WAITING_ON_FABRIC, judge });
    if (release !== undefined && differing === 0) {
      await writeRecord(await newRecord(plan, release, observed));
      console.log(`recorded in ${recordFile(consensus)}`);
    }
    return differing;
  });
}

/** @returns exit code */
async function compareScripts(consensus: Consensus, count: number, seed: number): Promise<number> {
  return withFabric(consensus, async (fabric) =>
    close(await openEmbeddedDriver(), async (embedded) =>
      (await runScripts([embedded, fabric], count, seed)) === 0 ? 0 : 1,
    ),
  );
}

/** Brings a network up, acts on it and takes it down. */
async function withFabric<T>(
  consensus: Consensus,
  act: (driver: ParityDriver, plan: NetworkPlan) => Promise<T>,
): Promise<T> {
  const plan = newParityPlan(await networkFolder(), {
    portBase: await freePortBase(),
    commands: await requireCommands(process.env, consensus),
    consensus,
  });
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
