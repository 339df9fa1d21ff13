import { Router, type Response } from 'express';
import type { Caller } from '../access/caller.js';
import { mayRead } from '../access/record-access.js';
import type { Database } from '../db/open-database.js';
import { authenticate } from '../http/authenticate.js';
import type { BlockChanges } from '../projection/apply-block.js';
import { nowInstant, type Ports } from '../ports.js';
import type { Services } from '../services.js';

const HEARTBEAT_MS = 25_000;

const send = (response: Response, event: string, id: number, data: object): void => {
  response.write(`event: ${event}\nid: ${String(id)}\ndata: ${JSON.stringify(data)}\n\n`);
};

/** Keys of a block whose records the caller may see now; an authority has no purpose for a stream, so as a firm would. */
const visible = async (
  db: Database,
  { changes }: BlockChanges,
  listener: Caller,
  at: string,
): Promise<string[]> => {
  const caller = { ...listener, at, purpose: null };
  const keys: string[] = [];
  for (const { key, record } of changes) {
    if (record !== undefined && (await mayRead(db, caller, key, record.value))) keys.push(key);
  }
  return keys;
};

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
export const eventRoutes = ({ sessions, projection, ports, db, log }: Services): Router =>
  Router().get('/api/events', async (request, response) => {
    const caller = await authenticate(request, sessions);
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    send(response, 'ready', projection.asOfBlock, projection.asOf);
    const stopBeating = keepAlive(response, ports);
    let told = Promise.resolve();
    const tell = async (block: BlockChanges): Promise<void> => {
      const keys = await visible(db, block, caller, nowInstant(ports.clock));
      send(response, 'block', block.number, { asOfBlock: block.number, keys });
    };
    const stopListening = projection.listen((block) => {
      told = told
        .then(() => tell(block))
        .catch((error: unknown) => {
          log.error({ err: error, block: block.number }, 'cannot tell of a block; the stream is ended');
          response.end();
        });
    });
    response.on('close', () => {
      stopListening();
      stopBeating();
    });
  });
