/** The story on a real network while the peer of one organisation is down from the first act on: `C`, `L` … */
import { parseArgs } from 'node:util';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { bringDown, type NetworkPlan } from '@yaosu/network/native';
import { onProductNetwork } from '../support/on-product-network.js';
import { RunningServer } from '../support/running-server.js';
import { organisationsOf } from './subsets.js';

await onProductNetwork(async (plan) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  for (const down of positionals) await playWithout(plan, down);
  return 0;
});

async function playWithout(plan: NetworkPlan, down: string): Promise<void> {
  const env = {
    LEDGER: 'fabric',
    FABRIC_PROFILE: plan.places.profile('all'),
    YAOSU_SESSION_CALLS_PER_MINUTE: '100000',
  };
  const gone = organisationsOf(down);
  const peers = plan.topology.peers.filter(({ mspId }) => gone.includes(mspId));
  const server = await RunningServer.start({ env });
  try {
    await bringDown({ ...plan.topology, orderers: [], peers }, plan.places);
    const { acts } = await playStory({ url: server.url, ports: systemPorts });
    console.log(`story without the peer of ${down}: ${String(acts.length)} of 9 acts`);
  } catch (error) {
    console.log(server.log());
    throw error;
  } finally {
    await server.dispose();
  }
}
