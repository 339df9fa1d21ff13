/** The story across four gateways, one an organisation, on a real network: each knows its own peer alone. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { openFabricLedger } from '@yaosu/network/fabric';
import { bringUpOrRemove, removeNetwork } from '../support/fabric.js';
import { FourGateways } from '../support/four-gateways.js';
import { quickProductPlan } from '../support/product-on-fabric.js';

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
process.exit(await main());

/** @returns exit code */
async function main(): Promise<number> {
  const plan = await quickProductPlan();
  await bringUpOrRemove(plan);
  const profileOf = (organisations: readonly MspId[]): string => {
    const [one, ...others] = organisations;
    const name = others.length > 0 || one === undefined ? 'all' : one.replace(/MSP$/, '').toLowerCase();
    return plan.places.profile(name);
  };
  try {
    const four = await FourGateways.start(systemPorts, {
      connect: (organisations) => openFabricLedger(profileOf(organisations)),
      close: () => Promise.resolve(),
    });
    try {
      return await play(four);
    } finally {
      await four.remove();
    }
  } finally {
    await removeNetwork(plan);
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
