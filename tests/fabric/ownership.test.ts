/** Nobody rules over another's goods, on real Fabric: three kinds of key and every case; `npm run verify:full` has all kinds. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NetworkPlan } from '@yaosu/network/native';
import { CASES } from '../ownership/cases.js';
import { sendWithSmallest, sufficientSets } from '../ownership/judge.js';
import { KINDS } from '../ownership/kinds.js';
import { openOnFabric } from '../support/fabric-test-ledger.js';
import { bringUpOrRemove, FABRIC, removeNetwork } from '../support/fabric.js';
import { quickProductPlan } from '../support/product-on-fabric.js';
import { Stage } from '../support/stage.js';

const suite = FABRIC === '' ? describe.skip : describe;
const UP_MS = 180_000;

suite('on real Fabric: nobody rules over another’s goods', () => {
  let plan: NetworkPlan;
  let stage: Stage;
  beforeAll(async () => {
    plan = await quickProductPlan();
    await bringUpOrRemove(plan);
    stage = await Stage.enter(await openOnFabric(plan));
  }, UP_MS);
  afterAll(async () => {
    await stage.network.close();
    await removeNetwork(plan);
  }, UP_MS);

  it.each(CASES)('$title: $expected', async ({ run, expected }) => {
    expect(await run(stage)).toEqual(expected);
  });

  it.each(KINDS.filter(({ short }) => short))(
    '$title: of fifteen sets of endorsers, exactly $suffices',
    async (kind) => {
      expect(await sufficientSets(stage, kind)).toBe(kind.suffices);
      expect(await sendWithSmallest(stage, kind)).toBe('VALID');
    },
  );
});
