/** Brings a network up from whatever is there: an empty folder, a half-done bring-up, one that was stopped, one that runs. */
import { bringUpChaincode } from './chaincode.js';
import { writeNetworkFiles } from './files.js';
import { bringUpOrderers } from './orderers.js';
import { bringUpPeers } from './peers.js';
import type { NetworkPlan } from './plan.js';
import { assertPortsFree } from './ports.js';
import { awaitReady } from './ready.js';
import { keepSettings } from './settings.js';

const MS_PER_SECOND = 1000;

type Step = readonly [what: string, act: (plan: NetworkPlan) => Promise<void>];

const STEPS: readonly Step[] = [
  ['certificates, first block, configuration', writeNetworkFiles],
  ['orderers', bringUpOrderers],
  ['peers', bringUpPeers],
  ['chaincode', bringUpChaincode],
  ['peers know each other', awaitReady],
];

/** Bring the network up. @throws NetworkError with what stands in the way */
export const bringUp = async (plan: NetworkPlan): Promise<void> => {
  await assertPortsFree(plan.topology, plan.places);
  await keepSettings(plan.topology, plan.places);
  for (const [what, act] of STEPS) {
    const started = performance.now();
    await act(plan);
    const seconds = (performance.now() - started) / MS_PER_SECOND;
    plan.say(`${what}: done in ${seconds.toFixed(1)} s`);
  }
};
