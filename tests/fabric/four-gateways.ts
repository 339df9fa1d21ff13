/** The story across four gateways, one an organisation, on a real network: each knows its own peer alone. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { openFabricLedger } from '@yaosu/network/fabric';
import type { NetworkPlan } from '@yaosu/network/native';
import { FourGateways } from '../support/four-gateways.js';
import { onProductNetwork } from '../support/on-product-network.js';

await onProductNetwork(main);

/** @returns exit code */
async function main({ places }: NetworkPlan): Promise<number> {
  const profileOf = (organisations: readonly MspId[]): string => {
    const [one, ...others] = organisations;
    const name = others.length > 0 || one === undefined ? 'all' : one.replace(/MSP$/, '').toLowerCase();
    return places.profile(name);
  };
  const four = await FourGateways.start(systemPorts, {
    connect: (organisations) => openFabricLedger(profileOf(organisations)),
    close: () => Promise.resolve(),
  });
  try {
    return await play(four);
  } finally {
    await four.remove();
  }
}

async function play(four: FourGateways): Promise<number> {
  const { acts } = await playStory({
    url: four.urls.RegulatorMSP,
    gateways: four.urls,
    ports: systemPorts,
    onAct: ({ number, title, milliseconds }) =>
      console.log(`act ${String(number)}: ${title}, ${String(milliseconds)} ms`),
  });
  const { checkpoints } = four.of('CdmoMSP').services;
  await checkpoints.make();
  const cosigners = checkpoints.latest?.checkpoint.cosigners ?? [];
  console.log(
    `story across four gateways: ${String(acts.length)} of 9 acts; cosigned by ${cosigners.join(', ')}`,
  );
  return cosigners.length === 4 ? 0 : 1;
}
