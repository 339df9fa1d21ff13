/** What a network is doing: processes, heights, leader, definitions, packages. */
import type { PeerNode } from '../topology.js';
import { serverOf } from './chaincode.js';
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

type Sequences = NetworkStatus['sequences'];

/** Whether a process serves every definition at the sequence that is in force. */
const isServed = async (
  { places, definitions }: Plan,
  node: PeerNode,
  sequences: Sequences,
): Promise<boolean> => {
  const servers = definitions.map((definition) =>
    serverOf(node, { ...definition, sequence: sequences[definition.name] || definition.sequence }),
  );
  return !(await Promise.all(servers.map(({ name }) => isRunning(places, name)))).includes(false);
};

const peerStatus = async (plan: Plan, node: PeerNode, sequences: Sequences): Promise<PeerStatus> => {
  const { name, operationsPort } = node;
  const runs = await isRunning(plan.places, name);
  return {
    name,
    isRunning: runs,
    height: runs
      ? await metricOf(operationsPort, 'ledger_blockchain_height', plan.topology.channel)
      : undefined,
    isChaincodeRunning: await isServed(plan, node, sequences),
    packages: runs ? await installedPackages(plan, node) : [],
  };
};

/** Blocks of the peer that has most of them, undefined while none tells. */
export const greatestHeight = async ({
  peers,
  channel,
}: NetworkPlan['topology']): Promise<number | undefined> => {
  const asked = peers.map(({ operationsPort }) =>
    metricOf(operationsPort, 'ledger_blockchain_height', channel),
  );
  const known = (await Promise.all(asked)).filter((height) => height !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

const sequencesOf = async (plan: Plan): Promise<Sequences> => {
  const all = plan.definitions.map(async ({ name }) => [name, await committedSequence(plan, name)] as const);
  return Object.fromEntries(await Promise.all(all));
};

/** Look at every node. */
export const statusOf = async (plan: Plan): Promise<NetworkStatus> => {
  const { topology, places } = plan;
  const sequences = await sequencesOf(plan);
  const orderers = topology.orderers.map(async ({ name }) => ({
    name,
    isRunning: await isRunning(places, name),
  }));
  return {
    orderers: await Promise.all(orderers),
    leader: await leaderOf(topology),
    peers: await Promise.all(topology.peers.map((node) => peerStatus(plan, node, sequences))),
    sequences,
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
