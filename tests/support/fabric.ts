/** Real Fabric networks for suites, where Fabric's commands are found. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addressOf,
  bringDown,
  bringUp,
  DEFAULT_CONSENSUS,
  leaderOf,
  newTopology,
  readConsensus,
  takenPort,
  wipe,
  type Consensus,
  type NetworkPlan,
} from '@yaosu/network/native';
import { findTools } from '../../bin/find-tools.mjs';

const consensusOf = (name: string): Consensus => {
  const consensus = readConsensus(name);
  if (consensus === undefined) throw new Error(`YAOSU_NETWORK_PROFILE is raft or bft: ${name}`);
  return consensus;
};

/** How the networks of this run order. */
export const CONSENSUS = consensusOf(process.env['YAOSU_NETWORK_PROFILE'] ?? DEFAULT_CONSENSUS);

/** Folder or path of the commands, '' where there are none; the suites that need them are then skipped. */
export const FABRIC =
  CONSENSUS === 'bft'
    ? (process.env['FABRIC3_BIN'] ?? '')
    : (process.env['YAOSU_TEST_FABRIC'] ?? findTools().fabric);

const FIRST_BASE = 20_000;
const LAST_BASE = 60_000;
const PORTS = 100;

/** A base from which all ports are free, those of a fourth orderer too; processes begin to look at different ones. */
export const freePortBase = async (): Promise<number> => {
  const begin = FIRST_BASE + (process.pid % 100) * PORTS;
  for (let base = begin; base < LAST_BASE; base += PORTS) {
    if ((await takenPort(newTopology(base, { consensus: 'bft' }))) === undefined) return base;
  }
  throw new Error('no hundred ports in a row are free');
};

/**
 * The orderer that leads: another one of SmartBFT's keeps an envelope for seconds before it passes it on.
 * @throws when none leads
 */
export const leadingOrderer = async ({
  topology,
  places,
}: NetworkPlan): Promise<{ readonly address: string; readonly tlsRoot: string }> => {
  const leader = await leaderOf(topology);
  const orderer = topology.orderers.find(({ name }) => name === leader);
  if (orderer === undefined) throw new Error('no orderer leads');
  const tlsRoot = await readFile(places.organisation(orderer.mspId).tlsRoot, 'utf8');
  return { address: addressOf(orderer.port), tlsRoot };
};

/** A new folder of a network. */
export const networkFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yaosu-fabric-'));

/** Ends a network and removes its folder. */
export const removeNetwork = async ({ topology, places }: NetworkPlan): Promise<void> => {
  await bringDown(topology, places);
  await wipe(places);
};

/** Brings a network up; one that does not come up is removed. */
export const bringUpOrRemove = async (plan: NetworkPlan): Promise<void> => {
  try {
    await bringUp(plan);
  } catch (error) {
    await removeNetwork(plan);
    throw error;
  }
};
