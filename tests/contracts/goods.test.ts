import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packedBatch } from '../support/goods.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

test.each(['maker', 'cdmo'] as const)('packs made by %s reach the market', async (firm) => {
  const { batch } = await packedBatch(stage, { firm });
  expect(await stage.network.state.record(`batch~${batch}`)).toMatchObject({
    disposition: 'released',
    market: 'released',
  });
});
