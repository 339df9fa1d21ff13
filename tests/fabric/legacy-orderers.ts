/** Two of three orderers away, through `fabric-network`'s transport: what comes is held before them, and reaches the ledger afterwards. */
import { setTimeout as delay } from 'node:timers/promises';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { systemPorts } from '@yaosu/gateway/ports';
import { signedCommand, type Player } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { bringUp, leaderOf, signalNode, type NetworkPlan } from '@yaosu/network/native';
import { onProductNetwork } from '../support/on-product-network.js';
import { RunningServer } from '../support/running-server.js';

const LOGIN = 'cdmo-production';
const LOOK_MS = 500;
const LOOKS = 120;
const act = documentActs.publish;

await onProductNetwork(main);

/** @returns exit code */
async function main(plan: NetworkPlan): Promise<number> {
  const env = { LEDGER: 'fabric-legacy', FABRIC_PROFILE: plan.places.profile('all') };
  const server = await RunningServer.start({ env });
  try {
    const stage = await Stage.open(server.url, systemPorts);
    const player = await stage.as(LOGIN);
    const isRight = [
      await hurt(plan, stage, player, 'another one'),
      await hurt(plan, stage, player, 'the leader'),
    ];
    return isRight.every(Boolean) ? 0 : 1;
  } finally {
    await server.dispose();
  }
}

/**
 * A leader that is left alone takes an envelope before it knows that nobody follows: then all that is known is that nothing has come
 * of it yet.
 */
async function hurt(
  plan: NetworkPlan,
  stage: Stage,
  player: Player,
  survivor: 'the leader' | 'another one',
): Promise<boolean> {
  const stored = await stage.store(LOGIN, { note: 'while nobody orders' });
  const payload = { ...stored, kind: 'batchRecord', batch: null };
  const envelope = await signedCommand(systemPorts, stage.ledgerId, act, payload, [player]);
  for (const name of await others(plan, survivor)) await signalNode(plan.places, name, 'SIGKILL');
  const { state } = await player.client.submit(act, envelope);
  const ordering = await orderingOf(stage);
  await bringUp(plan);
  const end = await endOf(player, envelope);
  console.log(
    `by fabric-network, ${survivor} left of three orderers: ${state} while orderers are ${ordering}, ${end} when they are back`,
  );
  const isTold = survivor === 'the leader' || ordering === 'away';
  return state === 'received' && isTold && end === 'committed';
}

/** All orderers but the one that is left. */
async function others({ topology }: NetworkPlan, survivor: string): Promise<readonly string[]> {
  const leader = await leaderOf(topology);
  const names = topology.orderers.map(({ name }) => name);
  const left = survivor === 'the leader' ? leader : names.find((name) => name !== leader);
  return names.filter((name) => name !== left);
}

async function orderingOf({ url }: Stage): Promise<string> {
  const { ordering } = (await (await fetch(`${url}/readyz`)).json()) as { readonly ordering: string };
  return ordering;
}

/** What the operation says at last. */
async function endOf({ client }: Player, { command: { cmd } }: Envelope): Promise<string> {
  let { state } = await client.read('operation', { cmd });
  for (let looks = 1; looks < LOOKS && state !== 'committed' && state !== 'refused'; looks++) {
    await delay(LOOK_MS);
    ({ state } = await client.read('operation', { cmd }));
  }
  return state;
}
