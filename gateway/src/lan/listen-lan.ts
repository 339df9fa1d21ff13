/** One port for everybody: TLS is the app, plain HTTP is the app for this machine and the pairing page for all others. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createNetServer, type AddressInfo, type Socket } from 'node:net';
import type { Listening } from '../http/listen.js';
import type { Lan } from './lan.js';

/** Who answers whom. */
export interface LanListeners {
  readonly app: RequestListener;
  /** For plain requests from elsewhere. */
  readonly stranger: RequestListener;
}

const EVERYWHERE = '0.0.0.0';
/** First byte of a TLS handshake. */
const HANDSHAKE = 0x16;
const SILENCE_MS = 10_000;

/** Whether a connection came to an address that only this machine can call. */
const isFromHere = ({ localAddress }: Socket): boolean => localAddress === '127.0.0.1';

/** Hands a connection to who speaks its language, by its first byte. */
const dispatch = (socket: Socket, take: (socket: Socket, isTls: boolean) => void): void => {
  const drop = (): void => {
    socket.destroy();
  };
  socket.on('error', drop);
  socket.setTimeout(SILENCE_MS, drop);
  socket.once('readable', () => {
    socket.setTimeout(0);
    socket.removeListener('timeout', drop);
    const first = socket.read() as Buffer | null;
    if (first === null) return;
    socket.unshift(first);
    take(socket, first[0] === HANDSHAKE);
  });
};

/** Listens on all addresses; port 0 takes any free one. @throws EADDRINUSE */
export const listenLan = async (
  { app, stranger }: LanListeners,
  lan: Lan,
  port: number,
): Promise<Listening> => {
  const plain = createServer((request, response) => {
    (isFromHere(request.socket) ? app : stranger)(request, response);
  });
  const secure = createSecureServer(lan.credentials, app);
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    dispatch(socket, (each, isTls) => (isTls ? secure : plain).emit('connection', each));
  });
  server.listen(port, EVERYWHERE);
  await once(server, 'listening');
  lan.follow((credentials) => secure.setSecureContext(credentials));
  const { port: actual } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await Promise.all([closed, lan.close()]);
  };
  return { url: `http://127.0.0.1:${String(actual)}`, close };
};
