/** Twenty shapes of EPCIS queries over many events, each page as a client gets it, without HTTP. */
import { asEvent } from '../chaincode/src/model/epcis/parse-document.js';
import { eventDigest } from '../chaincode/src/signing/event-hash.js';
import { openEmbeddedDatabase, type Database } from '../gateway/src/db/open-database.js';
import { epcisAnswerOf } from '../gateway/src/epcis/answer.js';
import { eventRows } from '../gateway/src/epcis/event-rows.js';
import { parseEventQuery, type Parameters } from '../gateway/src/epcis/parse-query.js';
import { runQuery } from '../gateway/src/epcis/run-query.js';
import { insertEvents } from '../gateway/src/epcis/store-events.js';
import { eventOf } from './epcis-events.js';
import { quantile } from './harness/measure.js';
import type { Figure, Report } from './harness/report.js';

/** YAOSU_BENCH_EVENTS=1000000 is the long run. */
const EVENTS = Number(process.env['YAOSU_BENCH_EVENTS'] ?? '50000');
const PART = 5000;
const ROUNDS = 40;
const MB = 1_000_000;
const ENTERPRISE = 'bench';
const ORIGIN = { block: 0, tx_id: 'bench' };

const epc = (number: number): string => String((eventOf(number)['epcList'] as readonly string[])[0]);
const place = (number: number): string =>
  `urn:epc:id:sgln:6901234.${String(number % 200).padStart(5, '0')}.0`;
const since = '2026-06-01T00:00:00Z';

/** Shape → its parameters by the number of a round. */
const SHAPES: Readonly<Record<string, (number: number) => Parameters>> = {
  epc: (n) => ({ MATCH_epc: epc(n) }),
  'any epc': (n) => ({ MATCH_anyEPC: epc(n) }),
  'ten epcs': (n) => ({ MATCH_epc: Array.from({ length: 10 }, (_, i) => epc(n + i)) }),
  'epc and step': (n) => ({ MATCH_epc: epc(n), EQ_bizStep: 'shipping' }),
  'class of epcs': (n) => ({
    MATCH_epc: `urn:epc:idpat:sgtin:6901234.${String(n % 1000).padStart(6, '0')}.*`,
  }),
  newest: () => ({}),
  'newest thousand': () => ({ perPage: 1000 }),
  oldest: () => ({ orderBy: 'eventTime', orderDirection: 'ASC' }),
  step: () => ({ EQ_bizStep: 'shipping' }),
  steps: () => ({ EQ_bizStep: ['shipping', 'receiving'] }),
  disposition: () => ({ EQ_disposition: 'in_transit' }),
  place: (n) => ({ EQ_bizLocation: place(n) }),
  'read point': (n) => ({ EQ_readPoint: place(n) }),
  'place and step': (n) => ({ EQ_bizLocation: place(n), EQ_bizStep: 'storing' }),
  time: () => ({ GE_eventTime: since, LT_eventTime: '2026-06-02T00:00:00Z' }),
  'time and step': () => ({ GE_eventTime: since, EQ_bizStep: 'packing' }),
  recorded: () => ({ GE_recordTime: '2026-01-01T00:00:00Z', orderBy: 'recordTime' }),
  type: () => ({ eventType: 'ObjectEvent', EQ_action: 'OBSERVE' }),
  'of nothing': () => ({ EQ_disposition: 'recalled' }),
  'thousand of a place': (n) => ({ EQ_bizLocation: place(n), perPage: 1000 }),
};

const fill = async (db: Database): Promise<void> => {
  for (let from = 0; from < EVENTS; from += PART) {
    const rows = Array.from({ length: PART }, (_, at) => {
      const event = asEvent(eventOf(from + at));
      return eventRows({ at, hash: eventDigest(event, undefined), event }, undefined);
    });
    const captured = {
      enterprise: ENTERPRISE,
      attestation: String(from),
      receivedAt: '2026-11-20T00:00:00.000Z',
    };
    await insertEvents(db, captured, ORIGIN, rows);
  }
};

const answered = async (db: Database, parameters: Parameters): Promise<number> => {
  const from = performance.now();
  const { events } = await runQuery(
    { db, reader: { enterprise: ENTERPRISE, at: '2026-11-20T00:00:00.000Z' }, asOfBlock: 0 },
    parseEventQuery(parameters),
  );
  JSON.stringify(epcisAnswerOf(events, '2026-11-20T00:00:00.000Z'));
  return performance.now() - from;
};

const P95 = 0.95;

const LIMITS: Readonly<Record<string, number>> = { epc: 5, 'newest thousand': 50 };

const figuresOf = async (db: Database): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const [name, parametersOf] of Object.entries(SHAPES)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push(await answered(db, parametersOf((round * 7919) % EVENTS)));
    const atMost = LIMITS[name];
    figures.push({
      name: `${name}, p95`,
      unit: 'ms',
      value: quantile(times, P95),
      ...(atMost === undefined ? {} : { atMost }),
    });
  }
  return figures;
};

/** `npm run bench -- query` */
export const query = async (): Promise<Report> => {
  const db = await openEmbeddedDatabase();
  try {
    await fill(db);
    const figures = await figuresOf(db);
    return {
      figures: [
        ...figures,
        { name: 'events', unit: '', value: EVENTS },
        { name: 'memory', unit: 'MB', value: process.memoryUsage().rss / MB, atMost: 2000 },
      ],
      bounds:
        'reading and joining pages of JSON; shapes without an index of their own by the events they pass',
    };
  } finally {
    await db.destroy();
  }
};
