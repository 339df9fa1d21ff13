import { createServer } from 'node:net';
import { once } from 'node:events';
import type { Places } from '../places.js';
import { HOST, portsOf, type Topology } from '../topology.js';
import { NetworkError } from './network-error.js';
import { isRunning } from './node-process.js';

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
};

/** Names of all processes of a network, in the order in which they are started. */
export const nodesOf = ({ orderers, peers }: Topology): readonly string[] => [
  ...orderers.map(({ name }) => name),
  ...peers.map(({ name }) => name),
  ...peers.flatMap(({ servers }) => servers.flat().map(({ name }) => name)),
];

/** The first port that something else listens on, undefined when all are free. */
export const takenPort = async (topology: Topology): Promise<string | undefined> => {
  for (const [port, node] of portsOf(topology)) {
    if (!(await isFree(port))) return `port ${String(port)} of ${node} is taken`;
  }
  return undefined;
};

/** @throws NetworkError when a port is taken and none of the network's processes runs */
export const assertPortsFree = async (topology: Topology, places: Places): Promise<void> => {
  const running = await Promise.all(nodesOf(topology).map((name) => isRunning(places, name)));
  if (running.includes(true)) return;
  const taken = await takenPort(topology);
  if (taken === undefined) return;
  throw new NetworkError(`${taken}; end what listens there, or move every port with YAOSU_PORT_BASE`);
};
