import { newProductPlan, requireCommands, type NetworkPlan } from '@yaosu/network/native';
import { CONSENSUS, freePortBase, networkFolder } from './fabric.js';

/** Blocks as in the embedded tests, where nobody waits for company. */
const TIMEOUT_MS = 50;

/** The product's network in a folder of its own. */
export const productPlan = async (): Promise<NetworkPlan> =>
  newProductPlan(await networkFolder(), {
    commands: await requireCommands(process.env, CONSENSUS),
    consensus: CONSENSUS,
    portBase: await freePortBase(),
    say: () => undefined,
  });

/** The same with quick blocks. */
export const quickProductPlan = async (): Promise<NetworkPlan> => {
  const plan = await productPlan();
  return { ...plan, batch: { ...plan.batch, timeoutMs: TIMEOUT_MS } };
};
