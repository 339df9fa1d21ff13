/** Fabric's `peer` command as the administrator of an organisation. */
import { addressOf, type PeerNode } from '../topology.js';
import type { NetworkPlan } from './plan.js';
import { run, runOrThrow, type Ran } from './run.js';

type Plan = Pick<NetworkPlan, 'commands' | 'places'>;

const environment = ({ places }: Plan, { name, mspId }: PeerNode): Readonly<Record<string, string>> => ({
  FABRIC_CFG_PATH: places.config(name),
  CORE_PEER_MSPCONFIGPATH: places.organisation(mspId).adminMsp,
  FABRIC_LOGGING_SPEC: 'error',
});

/** Run it; how it ended is the caller's to judge. */
export const tryAsAdmin = (plan: Plan, node: PeerNode, args: readonly string[]): Promise<Ran> =>
  run(plan.commands.peer, args, environment(plan, node));

/** Run it to success. @returns what it printed @throws NetworkError */
export const asAdmin = (plan: Plan, node: PeerNode, args: readonly string[]): Promise<string> =>
  runOrThrow(plan.commands.peer, args, environment(plan, node));

/** Options that name the orderer to send to. */
export const ordererArgs = ({ topology, places }: NetworkPlan): readonly string[] => {
  const [orderer] = topology.orderers;
  if (orderer === undefined) throw new Error('The topology has no orderer');
  return ['-o', addressOf(orderer.port), '--tls', '--cafile', places.organisation(orderer.mspId).tlsRoot];
};
