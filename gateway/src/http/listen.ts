import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Longer than the minute after which proxies let go: whoever sends on a connection kept open finds it so. */
const KEEP_ALIVE_MS = 65_000;

/** A listening server. */
export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    // Event streams never end by themselves.
    server.closeAllConnections();
  });

/** Listens; port 0 takes any free one. @throws EADDRINUSE */
export const listen = async (app: RequestListener, host: string, port: number): Promise<Listening> => {
  const server = createServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return { url: `http://${name}:${String(actual)}`, close: () => closeServer(server) };
};

/** A port that is taken is said at once, not after a first start has made its data. @throws EADDRINUSE, EACCES */
export const assertFree = async (host: string, port: number): Promise<void> => {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  await closeServer(probe);
};
