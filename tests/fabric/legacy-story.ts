/** The story on a real network through `fabric-network`'s transport, and the read model rebuilt through it. */
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { bringUpOrRemove, removeNetwork } from '../support/fabric.js';
import { quickProductPlan } from '../support/product-on-fabric.js';
import { RunningServer } from '../support/running-server.js';
import { yaosu } from '../support/yaosu.js';

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
process.exit(await main());

/** @returns exit code */
async function main(): Promise<number> {
  const plan = await quickProductPlan();
  await bringUpOrRemove(plan);
  try {
    return await play(plan.places.profile('all'));
  } finally {
    await removeNetwork(plan);
  }
}

async function play(profile: string): Promise<number> {
  const ledger = { LEDGER: 'fabric-legacy', FABRIC_PROFILE: profile };
  const server = await RunningServer.start({ env: { ...ledger, YAOSU_SESSION_CALLS_PER_MINUTE: '100000' } });
  try {
    const { acts } = await playStory({ url: server.url, ports: systemPorts });
    await server.end('SIGTERM');
    const { lines } = await yaosu('rebuild', server.data, ledger);
    const rebuilt = lines.find((line) => line.endsWith(' differences')) ?? 'nothing';
    console.log(`story by fabric-network: ${String(acts.length)} of 9 acts; rebuilt: ${rebuilt}`);
    return rebuilt.endsWith(', 0 differences') ? 0 : 1;
  } finally {
    await server.dispose();
  }
}
