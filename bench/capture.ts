/** Capture of documents, durable and attested over HTTP, against an INSERT an event and identifier, and rows that are ready. */
import { sql } from 'kysely';
import { asEvent } from '../chaincode/src/model/epcis/parse-document.js';
import { eventDigest } from '../chaincode/src/signing/event-hash.js';
import type { Database } from '../gateway/src/db/open-database.js';
import { eventRows, type EventRows } from '../gateway/src/epcis/event-rows.js';
import { insertEvents } from '../gateway/src/epcis/store-events.js';
import { newTestGateway, type TestGateway } from '../gateway/src/testing/test-gateway.js';
import { documentOf, eventOf } from './epcis-events.js';
import { paceOf, perSecond } from './harness/measure.js';
import { figureOf, type Report } from './harness/report.js';

/** YAOSU_BENCH_EVENTS=200000 is the long run. */
const EVENTS = Number(process.env['YAOSU_BENCH_EVENTS'] ?? '20000');
const A_DOCUMENT = 50;
const AT_ONCE = 8;
const EVERY_DUPLICATE = 20;
const EVERY_WRONG = 100;
const PEER = 2000;
const MB = 1_000_000;
const CAPTURED = { enterprise: 'peer', attestation: 'peer', receivedAt: '2026-11-20T00:00:00.000Z' };
const ORIGIN = { block: 0, tx_id: 'peer' };

const told = (number: number): Readonly<Record<string, unknown>> => {
  if (number % EVERY_WRONG === EVERY_WRONG - 1) return { ...eventOf(number), action: 'WRONG' };
  return eventOf(number % EVERY_DUPLICATE === EVERY_DUPLICATE - 1 ? number - 1 : number);
};

const bodies = (): readonly string[] =>
  Array.from({ length: EVENTS / A_DOCUMENT }, (_, document) =>
    JSON.stringify(
      documentOf(Array.from({ length: A_DOCUMENT }, (__, at) => told(document * A_DOCUMENT + at))),
    ),
  );

const captureAll = async (gateway: TestGateway, token: string): Promise<void> => {
  const rest = [...bodies()];
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'GS1-Capture-Error-Behaviour': 'proceed',
  };
  const work = async (): Promise<void> => {
    for (let body = rest.pop(); body !== undefined; body = rest.pop()) {
      const response = await fetch(`${gateway.url}/epcis/v2/capture`, { method: 'POST', headers, body });
      if (response.status !== 202) throw new Error(await response.text());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await gateway.services.projection.reached(Number(await gateway.services.access.ledger.height()) - 1);
};

const rowsOf = (from: number, count: number): readonly EventRows[] =>
  Array.from({ length: count }, (_, at) => {
    const event = asEvent(eventOf(from + at));
    return eventRows({ at, hash: eventDigest(event, undefined), event }, undefined);
  });

/** One INSERT an event and one an identifier, each on its own. */
const insertOneByOne = async (db: Database, rows: readonly EventRows[]): Promise<void> => {
  for (const { event, epcs } of rows) {
    await sql`insert into one_event values (${event.hash}, ${event.event_time}, ${event.event})`.execute(db);
    for (const { epc } of epcs) await sql`insert into one_epc values (${epc}, ${event.hash})`.execute(db);
  }
};

const measure = async (gateway: TestGateway): Promise<Report> => {
  const { token } = await gateway.actor('maker-qp');
  const { db } = gateway.services;
  await sql`create table one_event (hash text primary key, event_time text, event text)`.execute(db);
  await sql`create table one_epc (epc text, hash text, primary key (epc, hash))`.execute(db);
  const ours = await paceOf(EVENTS, () => captureAll(gateway, token));
  const naive = await paceOf(PEER, () => insertOneByOne(db, rowsOf(EVENTS, PEER)));
  const ready = rowsOf(2 * EVENTS, PEER);
  const limit = await paceOf(PEER, () => insertEvents(db, CAPTURED, ORIGIN, ready));
  const { rows } = await sql<{ count: string }>`select count(*) as count from epcis_events
    where enterprise <> 'peer'`.execute(db);
  return {
    figures: [
      figureOf('captured, attested, durable', 'events/s', [perSecond(ours)]),
      figureOf('an INSERT an event and identifier', 'events/s', [perSecond(naive)]),
      figureOf('ready rows', 'events/s', [perSecond(limit)]),
      figureOf('ratio to INSERTs', 'times', [perSecond(ours) / perSecond(naive)], { atLeast: 8 }),
      { name: 'events stored', unit: '', value: Number(rows[0]?.count) },
      { name: 'memory', unit: 'MB', value: process.memoryUsage().rss / MB, atMost: 2000 },
    ],
    bounds: 'the hashes of events, then the rows and indices of the read model; the peer by its round trips',
  };
};

/** `npm run bench -- capture` */
export const capture = async (): Promise<Report> => {
  const gateway = await newTestGateway({
    environment: { YAOSU_STORY: '0', YAOSU_SESSION_CALLS_PER_MINUTE: '1000000' },
  });
  try {
    return await measure(gateway);
  } finally {
    await gateway.remove();
  }
};
