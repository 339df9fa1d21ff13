/** Twelve rows of the parity table on real Fabric: what the embedded ledger is held to is what Fabric does. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireCommands, type NetworkPlan } from '@yaosu/network/native';
import type { ParityDriver } from '../parity/driver.js';
import { openFabricDriver } from '../parity/fabric-driver.js';
import { newParityPlan } from '../parity/fabric-network.js';
import { SHORT } from '../parity/row.js';
import { ROWS } from '../parity/rows/index.js';
import { runRow } from '../parity/run-row.js';
import { bringUpOrRemove, FABRIC, freePortBase, networkFolder, removeNetwork } from '../support/fabric.js';

const suite = FABRIC === '' ? describe.skip : describe;
const UP_MS = 120_000;
const rows = ROWS.filter(({ tags }) => tags.includes(SHORT));

it('twelve rows are short', () => {
  expect(rows).toHaveLength(12);
});

suite('on real Fabric: parity rows', () => {
  let plan: NetworkPlan;
  let driver: ParityDriver;
  beforeAll(async () => {
    plan = newParityPlan(await networkFolder(), await freePortBase(), await requireCommands(process.env));
    await bringUpOrRemove(plan);
    driver = await openFabricDriver(plan);
  }, UP_MS);
  afterAll(async () => {
    await driver.close();
    await removeNetwork(plan);
  }, UP_MS);

  it.each(rows)('$id $title', async (row) => {
    expect(await runRow(driver, row)).toBe('equal');
  });
});
