/** Real Fabric networks for suites, where Fabric's commands are found. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bringDown,
  bringUp,
  consensusRule,
  DEFAULT_CONSENSUS,
  newTopology,
  readConsensus,
  takenPort,
  wipe,
  type Consensus,
  type NetworkPlan,
} from '@yaosu/network/native';
import { findTools } from '../../bin/find-tools.mjs';

/** How the networks of this run order: YAOSU_NETWORK_PROFILE. */
export const CONSENSUS: Consensus =
  readConsensus(process.env['YAOSU_NETWORK_PROFILE'] ?? '') ?? DEFAULT_CONSENSUS;

const found = consensusRule(CONSENSUS).isOnPath
  ? findTools().fabric
  : (process.env[consensusRule(CONSENSUS).commandsIn] ?? '');

/** Folder or path of the commands, '' where there are none; the suites that need them are then skipped. */
export const FABRIC = process.env['YAOSU_TEST_FABRIC'] ?? found;

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
