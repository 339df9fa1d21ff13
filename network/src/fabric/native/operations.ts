/** The operations port of a node: health and metrics. */
import { addressOf } from '../topology.js';

const ASK_MS = 2000;

const ask = async (port: number, path: string): Promise<Response | undefined> => {
  try {
    return await fetch(`http://${addressOf(port)}${path}`, { signal: AbortSignal.timeout(ASK_MS) });
  } catch {
    // A node that does not answer yet, or any more, is one that is not healthy.
    return undefined;
  }
};

/** Whether a node says that it is healthy. */
export const isHealthy = async (port: number): Promise<boolean> =>
  (await ask(port, '/healthz'))?.status === 200;

/** A metric of a channel, undefined while the node does not give it. */
export const metricOf = async (port: number, name: string, channel: string): Promise<number | undefined> => {
  const text = await (await ask(port, '/metrics'))?.text();
  const line = text?.split('\n').find((one) => one.startsWith(`${name}{channel="${channel}"}`));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};
