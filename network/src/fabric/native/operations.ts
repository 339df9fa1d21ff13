/** The operations port of a node: health and metrics. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { addressOf, HOST } from '../topology.js';

const ASK_MS = 2000;

const ask = async (port: number, path: string): Promise<Response | undefined> => {
  try {
    return await fetch(`http://${addressOf(port)}${path}`, { signal: AbortSignal.timeout(ASK_MS) });
  } catch {
    // A node that does not answer yet, or any more, is one that is not healthy.
    return undefined;
  }
};

const isListening = async (port: number): Promise<boolean> => {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** Whether a node says that it is healthy and takes calls; it says so a little before it does. */
export const isHealthy = async (
  node: { readonly operationsPort: number },
  ...ports: readonly number[]
): Promise<boolean> => {
  if ((await ask(node.operationsPort, '/healthz'))?.status !== 200) return false;
  return !(await Promise.all(ports.map(isListening))).includes(false);
};

/** A metric of a channel, undefined while the node does not give it. */
export const metricOf = async (port: number, name: string, channel: string): Promise<number | undefined> => {
  const text = await (await ask(port, '/metrics'))?.text();
  const line = text?.split('\n').find((one) => one.startsWith(`${name}{channel="${channel}"}`));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};
