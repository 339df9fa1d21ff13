/** Every kind of key and every case on a real network that is brought up for it; a line each. */
import type { NetworkPlan } from '@yaosu/network/native';
import { openOnFabric } from '../support/fabric-test-ledger.js';
import { onProductNetwork } from '../support/on-product-network.js';
import { Stage } from '../support/stage.js';
import { CASES } from './cases.js';
import { sendWithSmallest, sufficientSets } from './judge.js';
import { KINDS } from './kinds.js';
import { moveDuring, OUTAGES } from './outages.js';

await onProductNetwork(async (plan) => {
  const stage = await Stage.enter(await openOnFabric(plan));
  const failed = await runAll(plan, stage);
  await stage.network.close();
  return failed === 0 ? 0 : 1;
});

/** @returns how many came to something else */
async function runAll(plan: NetworkPlan, stage: Stage): Promise<number> {
  let failed = 0;
  const judge = (title: string, got: string, expected: string): void => {
    if (got !== expected) failed += 1;
    console.log(`${title}: ${got === expected ? got : `DIFFERENT, got ${got}, expected ${expected}`}`);
  };
  for (const { title, run, expected } of CASES)
    judge(title, (await run(stage)).join(', '), expected.join(', '));
  for (const kind of KINDS) {
    judge(kind.title, await sufficientSets(stage, kind), kind.suffices);
    judge(`${kind.title}, with the smallest set`, await sendWithSmallest(stage, kind), 'VALID');
  }
  for (const outage of OUTAGES) {
    const title = `${outage.kind}, ${outage.down} down, endorsed by ${outage.here}`;
    judge(title, await moveDuring(plan, stage, outage), 'VALID');
  }
  const count = 2 * KINDS.length + CASES.length + OUTAGES.length;
  console.log(`ownership: ${String(count - failed)} of ${String(count)} as the ledger model says`);
  return failed;
}
