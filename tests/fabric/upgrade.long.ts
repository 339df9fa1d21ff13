/** `network -- upgrade` while people write: nothing is lost or doubled, a half-done one is finished, none is needed twice. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeStatus, statusOf, upgrade, type NetworkPlan } from '@yaosu/network/native';
import { moreCommitted, startLoad } from '../faults/steady.js';
import { World } from '../faults/world.js';
import { bringUpOrRemove, FABRIC, removeNetwork } from '../support/fabric.js';
import { quickProductPlan } from '../support/product-on-fabric.js';

const suite = FABRIC === '' ? describe.skip : describe;
const MINUTES = 60_000;
const WRITES_BEFORE = 20;
const WRITES_AFTER = 40;

/** The product's code with a line more. */
const changed = (plan: NetworkPlan, line: string): NetworkPlan => ({
  ...plan,
  makeChaincode: async (folder) => {
    await plan.makeChaincode(folder);
    await appendFile(join(folder, 'index.cjs'), `\n// ${line}\n`);
  },
});

/** The plan of somebody who is killed when all have approved. */
const cutOff = (plan: NetworkPlan): NetworkPlan => ({
  ...plan,
  say: (line) => {
    if (line.endsWith('approved by all organisations')) throw new Error('killed');
  },
});

suite('on real Fabric: an upgrade', () => {
  let plan: NetworkPlan;
  let world: World;
  const said: string[] = [];
  beforeAll(async () => {
    plan = { ...(await quickProductPlan()), say: (line) => said.push(line) };
    await bringUpOrRemove(plan);
    world = await World.open(plan);
  }, 4 * MINUTES);
  afterAll(async () => {
    await world.dispose();
    await removeNetwork(plan);
  }, MINUTES);

  test(
    'takes place under 20 writes a second, every one of which stands on the ledger once',
    async () => {
      const load = startLoad(() => world.newOrder());
      const written = async (): Promise<void> => {
        await moreCommitted(load, WRITES_BEFORE, MINUTES);
        await upgrade(changed(plan, 'second'));
        await moreCommitted(load, WRITES_AFTER, MINUTES);
      };
      const failure = await written().catch((error: unknown) => error);
      const { acknowledged, refused, unanswered } = await load.end();
      expect(failure).toBeUndefined();
      expect([refused, unanswered]).toEqual([[], []]);
      expect(await world.settled(acknowledged)).toEqual([]);
      world.acknowledged.push(...acknowledged);
      const status = await statusOf(plan);
      expect(status.sequences).toEqual({ yaosu: 2 });
      expect(status.peers.every(({ isChaincodeRunning }) => isChaincodeRunning)).toBe(true);
      expect(describeStatus(status)).toContain('chaincode yaosu: sequence 2');
    },
    3 * MINUTES,
  );

  test(
    'is none where nothing has changed, which is said in one line',
    async () => {
      said.length = 0;
      await upgrade(changed(plan, 'second'));
      expect(said).toEqual(['nothing to upgrade: yaosu sequence 2 has this code and definition']);
      expect((await statusOf(plan)).sequences).toEqual({ yaosu: 2 });
    },
    MINUTES,
  );

  test(
    'that was cut off between approval and commit is finished by the next one',
    async () => {
      const third = changed(plan, 'third');
      await expect(upgrade(cutOff(third))).rejects.toThrow('killed');
      expect((await statusOf(plan)).sequences).toEqual({ yaosu: 2 });
      await upgrade(third);
      expect((await statusOf(plan)).sequences).toEqual({ yaosu: 3 });
    },
    2 * MINUTES,
  );

  test(
    'leaves the ledger with every write that was acknowledged, once, and all invariants',
    async () => {
      expect(world.acknowledged.length).toBeGreaterThan(WRITES_BEFORE + WRITES_AFTER);
      expect(await world.check()).toEqual([]);
    },
    2 * MINUTES,
  );
});
