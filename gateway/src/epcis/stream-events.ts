/** Events of a named query as they are captured, as server-sent events; `Last-Event-ID` goes on where a stream was cut. */
import type { Request, Response } from 'express';
import { time } from '@yaosu/chaincode/model/epcis/json-parts';
import { nowInstant } from '../ports.js';
import type { Services } from '../services.js';
import { epcisAnswerOf } from './answer.js';
import { refuse, singleOf } from './parameter-values.js';
import { parametersOf } from './query-routes.js';
import { cursorOf, newEvents, REPORT_EVENTS } from './subscriptions/new-events.js';
import type { Cursor, NamedQuery } from './subscriptions/query-store.js';

const HEARTBEAT_MS = 25_000;
const PLACE = /^(\d{1,15})\.([0-9a-f]{0,64})\.(-?\d{1,9})$/;
/** After every capture of a block. */
const LAST_CAPTURE = 'f'.repeat(64);

const cursorIn = (id: string): Cursor => {
  const [, block, capture = '', position] = PLACE.exec(id) ?? [];
  return block === undefined
    ? refuse('Last-Event-ID')
    : { block: Number(block), capture, position: Number(position) };
};

const idOf = ({ block, capture, position }: Cursor): string =>
  `${String(block)}.${capture}.${String(position)}`;

const sinceOf = (request: Request): string | undefined => {
  const { initialRecordTime, stream, ...others } = parametersOf(request);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return refuse(unknown);
  if (stream !== undefined && stream !== 'true') return refuse('stream');
  if (initialRecordTime === undefined) return undefined;
  const since = singleOf('initialRecordTime', initialRecordTime);
  return time.safeParse(since).success ? since : refuse('initialRecordTime');
};

/** Where a stream starts: after the event that the client has seen, at a time, or with what comes from now on. */
const startOf = (request: Request, asOfBlock: number, since: string | undefined): Cursor | null => {
  const seen = request.get('last-event-id');
  if (seen !== undefined) return cursorIn(seen);
  return since === undefined ? { block: asOfBlock, capture: LAST_CAPTURE, position: 0 } : null;
};

/** Streams until the client goes. @throws ApiError QUERY_INVALID */
export const streamEvents = async (
  { db, projection, ports, log }: Services,
  query: NamedQuery,
  request: Request,
  response: Response,
): Promise<void> => {
  const initialRecordTime = sinceOf(request);
  let cursor = startOf(request, projection.asOfBlock, initialRecordTime);
  let isOpen = true;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  response.write(':\n\n');
  const tell = async (): Promise<void> => {
    const next = () => newEvents(db, query, { cursor, initialRecordTime }, nowInstant(ports.clock));
    for (let events = await next(); isOpen && events.length > 0;) {
      const last = events.at(-1);
      if (last === undefined) return;
      cursor = cursorOf(last);
      const body = epcisAnswerOf(events, nowInstant(ports.clock), { queryName: query.name });
      response.write(`event: events\nid: ${idOf(cursor)}\ndata: ${JSON.stringify(body)}\n\n`);
      if (events.length < REPORT_EVENTS) return;
      events = await next();
    }
  };
  let told = Promise.resolve();
  const tellNext = (): void => {
    told = told.then(tell).catch((error: unknown) => {
      log.error({ err: error, query: query.name }, 'cannot tell of events; the stream is ended');
      response.end();
    });
  };
  let cancel = (): void => undefined;
  const beat = (): void => {
    response.write(':\n\n');
    cancel = ports.schedule(HEARTBEAT_MS, beat);
  };
  cancel = ports.schedule(HEARTBEAT_MS, beat);
  const stopListening = projection.listen(tellNext);
  response.on('close', () => {
    isOpen = false;
    stopListening();
    cancel();
  });
  tellNext();
  await told;
};
