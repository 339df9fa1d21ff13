import { Router, type Response } from 'express';
import type { Caller } from '../access/caller.js';
import { mayRead } from '../access/may-read.js';
import { authenticate } from '../http/authenticate.js';
import type { BlockChanges } from '../projection/apply-block.js';
import type { Ports } from '../ports.js';
import type { Services } from '../services.js';

const HEARTBEAT_MS = 25_000;

const send = (response: Response, event: string, id: number, data: object): void => {
  response.write(`event: ${event}\nid: ${String(id)}\ndata: ${JSON.stringify(data)}\n\n`);
};

/** Keys of a block whose records the caller may see. */
const visible = ({ changes }: BlockChanges, caller: Caller): string[] =>
  changes
    .filter(({ key, record }) => record !== undefined && mayRead(caller, key, record.value))
    .map(({ key }) => key);

/** Keeps proxies from closing a quiet stream. */
const keepAlive = (response: Response, ports: Ports): (() => void) => {
  let cancel = (): void => undefined;
  const beat = (): void => {
    response.write(':\n\n');
    cancel = ports.schedule(HEARTBEAT_MS, beat);
  };
  beat();
  return () => cancel();
};

/**
 * `GET /api/events`: server-sent events. `ready` says as of which block the stream speaks; after it, or after a gap
 * in the ids, a client reads anew what it shows. `block` names the changed records that the caller may see.
 */
export const eventRoutes = ({ sessions, projection, ports }: Services): Router =>
  Router().get('/api/events', async (request, response) => {
    const caller = await authenticate(request, sessions);
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    send(response, 'ready', projection.asOfBlock, { asOfBlock: projection.asOfBlock });
    const stopBeating = keepAlive(response, ports);
    const stopListening = projection.listen((block) => {
      send(response, 'block', block.number, { asOfBlock: block.number, keys: visible(block, caller) });
    });
    response.on('close', () => {
      stopListening();
      stopBeating();
    });
  });
