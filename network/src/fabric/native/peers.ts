/** Peers: started, joined to the channel. */
import type { PeerNode } from '../topology.js';
import { isHealthy } from './operations.js';
import { startNode } from './node-process.js';
import { asAdmin } from './peer-command.js';
import type { NetworkPlan } from './plan.js';
import { claimData } from './settings.js';
import { until } from './until.js';

const start = async (plan: NetworkPlan, node: PeerNode): Promise<void> => {
  const { name } = node;
  const { commands, places } = plan;
  await claimData(places, name);
  await startNode(places, {
    name,
    command: commands.peer,
    args: ['node', 'start'],
    env: { FABRIC_CFG_PATH: places.config(name), FABRIC_LOGGING_SPEC: 'warn' },
  });
  await until(places, name, () => isHealthy(node, node.port));
};

const join = async (plan: NetworkPlan, node: PeerNode): Promise<void> => {
  const joined = await asAdmin(plan, node, ['channel', 'list']);
  if (joined.split('\n').includes(plan.topology.channel)) return;
  await asAdmin(plan, node, ['channel', 'join', '-b', plan.places.genesis]);
};

/** Start every peer and let it join. */
export const bringUpPeers = async (plan: NetworkPlan): Promise<void> => {
  const { peers } = plan.topology;
  await Promise.all(peers.map((node) => start(plan, node)));
  await Promise.all(peers.map((node) => join(plan, node)));
};
