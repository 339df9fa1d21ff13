/** The story on a real network through `fabric-network`'s transport, and the read model rebuilt through it. */
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { onProductNetwork } from '../support/on-product-network.js';
import { RunningServer } from '../support/running-server.js';
import { yaosu } from '../support/yaosu.js';

await onProductNetwork(({ places }) => play(places.profile('all')));

/** @returns exit code */
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
