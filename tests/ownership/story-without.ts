/** The story on a real network while the peer of one organisation is down from the first act on: `C`, `L` … */
import { parseArgs } from 'node:util';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { bringDown } from '@yaosu/network/native';
import { bringUpOrRemove, removeNetwork } from '../support/fabric.js';
import { quickProductPlan } from '../support/product-on-fabric.js';
import { RunningServer } from '../support/running-server.js';
import { organisationsOf } from './subsets.js';

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
process.exit(await main());

/** @returns exit code */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const plan = await quickProductPlan();
  await bringUpOrRemove(plan);
  try {
    for (const down of positionals) await playWithout(plan, down);
    return 0;
  } finally {
    await removeNetwork(plan);
  }
}

async function playWithout(plan: Awaited<ReturnType<typeof quickProductPlan>>, down: string): Promise<void> {
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
  } finally {
    await server.dispose();
  }
}
