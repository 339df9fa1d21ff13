/** What a network is doing: processes, heights, leader, definitions, packages. */
import { committedSequence, installedPackages } from './lifecycle.js';
import { isRunning } from './node-process.js';
import { metricOf } from './operations.js';
import { leaderOf } from './orderers.js';
import type { NetworkPlan } from './plan.js';

/** State of one peer and its chaincode process. */
export interface PeerStatus {
  readonly name: string;
  readonly isRunning: boolean;
  readonly height: number | undefined;
  readonly isChaincodeRunning: boolean;
  readonly packages: readonly string[];
}

/** State of one orderer. */
export interface OrdererStatus {
  readonly name: string;
  readonly isRunning: boolean;
}

/** State of a network. */
export interface NetworkStatus {
  readonly orderers: readonly OrdererStatus[];
  readonly leader: string | undefined;
  readonly peers: readonly PeerStatus[];
  /** Chaincode → committed sequence, 0 for none. */
  readonly sequences: Readonly<Record<string, number>>;
}

type Plan = Pick<NetworkPlan, 'topology' | 'places' | 'commands' | 'definitions'>;

const peerStatus = async (plan: Plan, node: Plan['topology']['peers'][number]): Promise<PeerStatus> => {
  const { name, servers, operationsPort } = node;
  const runs = await isRunning(plan.places, name);
  return {
    name,
    isRunning: runs,
    height: runs
      ? await metricOf(operationsPort, 'ledger_blockchain_height', plan.topology.channel)
      : undefined,
    isChaincodeRunning: !(
      await Promise.all(servers.map((server) => isRunning(plan.places, server.name)))
    ).includes(false),
    packages: runs ? await installedPackages(plan, node) : [],
  };
};

/** Look at every node. */
export const statusOf = async (plan: Plan): Promise<NetworkStatus> => {
  const { topology, places, definitions } = plan;
  const peers = await Promise.all(topology.peers.map((node) => peerStatus(plan, node)));
  const orderers = topology.orderers.map(async ({ name }) => ({
    name,
    isRunning: await isRunning(places, name),
  }));
  const sequences = definitions.map(
    async ({ name }) =>
      [name, peers[0]?.isRunning === true ? await committedSequence(plan, name) : 0] as const,
  );
  return {
    orderers: await Promise.all(orderers),
    leader: await leaderOf(topology),
    peers,
    sequences: Object.fromEntries(await Promise.all(sequences)),
  };
};

const onOff = (isOn: boolean): string => (isOn ? 'runs' : 'down');

/** A status as lines for people. */
export const describeStatus = ({ orderers, leader, peers, sequences }: NetworkStatus): readonly string[] => [
  ...orderers.map(
    ({ name, isRunning: runs }) => `${name}: ${onOff(runs)}${name === leader ? ', leads' : ''}`,
  ),
  ...peers.flatMap(({ name, isRunning: runs, height, isChaincodeRunning, packages }) => [
    `${name}: ${onOff(runs)}, height ${height === undefined ? 'unknown' : String(height)}, chaincode process ${onOff(isChaincodeRunning)}`,
    ...packages.map((id) => `  package ${id}`),
  ]),
  ...Object.entries(sequences).map(([name, sequence]) =>
    sequence === 0 ? `chaincode ${name}: not committed` : `chaincode ${name}: sequence ${String(sequence)}`,
  ),
];
