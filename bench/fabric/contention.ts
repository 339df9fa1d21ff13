/** What the contention bench does, by the gateway on a real network of its own. */
import { bringUpOrRemove, removeNetwork } from '../../tests/support/fabric.js';
import { productPlan } from '../../tests/support/product-on-fabric.js';
import { contendOn } from '../contention/contention.js';
import type { Figure } from '../harness/report.js';

const MAX_SEALED_MS = 10_000;
/** Sixty acts in one lane wait for sixty blocks, longer than people are let wait before they are told "received". */
const DEADLINE_MS = 120_000;

/** Proposals a commit under contention, and how fast a recall stops and seals, on Fabric. */
export const contendOnFabric = async (): Promise<readonly Figure[]> => {
  const plan = await productPlan();
  await bringUpOrRemove(plan);
  try {
    return await contendOn({
      env: {
        LEDGER: 'fabric',
        FABRIC_PROFILE: plan.places.profile('all'),
        YAOSU_COMMAND_DEADLINE_MS: String(DEADLINE_MS),
      },
      mostSealedMs: MAX_SEALED_MS,
    });
  } finally {
    await removeNetwork(plan);
  }
};
