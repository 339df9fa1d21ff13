/** A client that costs little beside what it measures: bytes made before, connections kept, one request in flight on each. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Asked } from './codes.js';

const CONNECTIONS = 32;
const REDIRECT = 'HTTP/1.1 307 ';
/** What ends an answer without a body: no length, or one chunk of nothing. */
const ENDS = ['\r\n\r\n0\r\n\r\n', 'content-length: 0'] as const;

/** How long a load took, and each of its requests, in milliseconds. */
export interface Load {
  readonly milliseconds: number;
  readonly latencies: Float64Array;
}

const isWhole = (answer: string): boolean =>
  answer.endsWith(ENDS[0]) || (answer.endsWith('\r\n\r\n') && answer.toLowerCase().includes(ENDS[1]));

const answerOn = (socket: Socket, bytes: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const take = (part: string): void => {
      answer += part;
      if (!isWhole(answer)) return;
      socket.off('data', take).off('error', reject).off('close', lost);
      resolve(answer);
    };
    const lost = (): void => reject(new Error(`the server hung up: ${answer}`));
    socket.on('data', take).once('error', reject).once('close', lost);
    socket.write(bytes);
  });

/** Sends all of them. @throws where an answer does not lead where it has to */
export const load = async (port: number, all: readonly Asked[]): Promise<Load> => {
  const requests = all.map(({ path }) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nhost: id.example\r\naccept: text/html\r\naccept-language: zh-CN\r\n\r\n`,
    ),
  );
  const sockets = Array.from({ length: CONNECTIONS }, () =>
    connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1'),
  );
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const latencies = new Float64Array(all.length);
  let next = 0;
  const worker = async (socket: Socket): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) {
      const asked = performance.now();
      const answer = await answerOn(socket, requests[at] as Buffer);
      latencies[at] = performance.now() - asked;
      const { path, target } = all[at] as Asked;
      if (!answer.startsWith(REDIRECT) || !answer.includes(`${target}\r\n`))
        throw new Error(`${path} is answered with ${answer}`);
    }
  };
  const started = performance.now();
  await Promise.all(sockets.map(worker));
  const milliseconds = performance.now() - started;
  for (const socket of sockets) socket.destroy();
  return { milliseconds, latencies };
};
