/** Scripts that run on a real network of the product, which is brought up for them and removed afterwards. */
import type { NetworkPlan } from '@yaosu/network/native';
import { bringUpOrRemove, removeNetwork } from './fabric.js';
import { quickProductPlan } from './product-on-fabric.js';

/** Runs a script to its exit code and ends the process with it; whatever is thrown ends it with 1. */
export const onProductNetwork = async (run: (plan: NetworkPlan) => Promise<number>): Promise<never> => {
  process.on('uncaughtException', (error) => {
    console.error(error);
    process.exit(1);
  });
  const plan = await quickProductPlan();
  await bringUpOrRemove(plan);
  let code = 1;
  try {
    code = await run(plan);
  } finally {
    await removeNetwork(plan);
  }
  process.exit(code);
};
