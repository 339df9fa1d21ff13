/** Ends what was started, and nothing else. */
import { rm } from 'node:fs/promises';
import type { Places } from '../places.js';
import type { Topology } from '../topology.js';
import { stopNode } from './node-process.js';
import { nodesOf } from './ports.js';

/** End every process of a network, chaincode first. @returns names of those that ran */
export const bringDown = async (topology: Topology, places: Places): Promise<readonly string[]> => {
  const names = [...nodesOf(topology)].reverse();
  const ended = await Promise.all(names.map((name) => stopNode(places, name)));
  return names.filter((_, i) => ended[i]);
};

/** Remove the folder of a network that is down. */
export const wipe = ({ root }: Places): Promise<void> => rm(root, { recursive: true, force: true });
