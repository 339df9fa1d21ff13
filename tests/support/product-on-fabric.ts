import { newProductPlan, requireCommands, type NetworkPlan } from '@yaosu/network/native';
import { freePortBase, networkFolder } from './fabric.js';

/** Blocks as in the embedded tests, where nobody waits for company. */
const TIMEOUT_MS = 50;

/** The product's network in a folder of its own, with quick blocks. */
export const quickProductPlan = async (): Promise<NetworkPlan> => {
  const plan = newProductPlan(await networkFolder(), {
    commands: await requireCommands(process.env),
    portBase: await freePortBase(),
    say: () => undefined,
  });
  return { ...plan, batch: { ...plan.batch, timeoutMs: TIMEOUT_MS } };
};
