/** Twelve rows of the parity table and ten drawn scripts on real Fabric: what the embedded ledger is held to is what Fabric does. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireCommands, type NetworkPlan } from '@yaosu/network/native';
import type { ParityDriver } from '../parity/driver.js';
import { openEmbeddedDriver } from '../parity/embedded-driver.js';
import { openFabricDriver } from '../parity/fabric-driver.js';
import { newParityPlan } from '../parity/fabric-network.js';
import { runScript } from '../parity/generated/run-scripts.js';
import { drawScripts } from '../parity/generated/script.js';
import { SHORT } from '../parity/row.js';
import { ROWS } from '../parity/rows/index.js';
import { runRow } from '../parity/run-row.js';
import {
  bringUpOrRemove,
  CONSENSUS,
  FABRIC,
  freePortBase,
  networkFolder,
  removeNetwork,
} from '../support/fabric.js';

const suite = FABRIC === '' ? describe.skip : describe;
const UP_MS = 120_000;
const SEED = 7;
const scripts = drawScripts(10, SEED);
const rows = ROWS.filter(({ tags }) => tags.includes(SHORT));

it('twelve rows are short', () => {
  expect(rows).toHaveLength(12);
});

suite('on real Fabric: parity rows', () => {
  let plan: NetworkPlan;
  let driver: ParityDriver;
  let embedded: ParityDriver;
  beforeAll(async () => {
    plan = newParityPlan(await networkFolder(), {
      portBase: await freePortBase(),
      commands: await requireCommands(process.env, CONSENSUS),
      consensus: CONSENSUS,
    });
    await bringUpOrRemove(plan);
    driver = await openFabricDriver(plan);
    embedded = await openEmbeddedDriver();
  }, UP_MS);
  afterAll(async () => {
    await embedded.close();
    await driver.close();
    await removeNetwork(plan);
  }, UP_MS);

  it.each(rows)('$id $title', async (row) => {
    expect(await runRow(driver, row, CONSENSUS)).toBe('equal');
  });

  it.each(scripts)('$title comes to the same on the embedded ledger', async (script) => {
    expect((await runScript([embedded, driver], script)).outcome).toBe('equal');
  });
});
