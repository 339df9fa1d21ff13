/** Whatever becomes of requests and answers, and wherever a gateway ends: each bill is booked once, each firm's in order. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import type { Fate } from '../testing/fateful-server.js';
import { randomOf } from '../testing/random-of.js';
import { SimulatedPlatform } from '../testing/simulated-platform.js';
import { newImpatientPorts } from '../testing/test-ports.js';
import { BillStates } from './bill-states.js';
import { BillSync } from './bill-sync.js';
import { HttpTracePlatform } from './http-trace-platform.js';
import type { BillRow } from './queries.js';
import { sentBillOf } from './sent-bill.js';

const FIRMS = ['maker', 'pharmacy'] as const;
const BILLS_EACH = 6;
const FATES: readonly Fate[] = ['answered', 'lost', 'answerLost', 'late', 'garbled', 'failed'];
const log = pino({ level: 'silent' });

const digestOf = (n: number): string => n.toString(16).padStart(64, '0');

const rowOf = (n: number) => ({
  ...{ id: digestOf(n + 1), enterprise: FIRMS[n % FIRMS.length], kind: 'saleOut', partner: 'wholesaler' },
  ...{ subject: 'ship~s', unit: null, at: '2026-11-25T08:00:00.000Z', day: '2026-11-25', batches: ['b'] },
  lines: [{ code: null, level: 'loose', batch: 'b', quantity: '10', unit: 'H87' }],
  ...{ quantity: '10', block: n, position: 0, tx_id: digestOf(n), reverses: null },
});
const ROWS = Array.from({ length: FIRMS.length * BILLS_EACH }, (_, n) => rowOf(n));
const idsOf = (firm: string): readonly string[] =>
  ROWS.filter(({ enterprise }) => enterprise === firm).map(({ id }) => id);

describe('bills on their way to the platform', () => {
  let db: Database;
  let folder: string;
  let platform: SimulatedPlatform;
  let host: string;
  let states: BillStates;
  let sync: BillSync;
  let stop: AbortController;
  beforeAll(async () => {
    db = await openMemoryDatabase();
    await sql`insert into bills select * from jsonb_populate_recordset(null::bills, ${JSON.stringify(ROWS)}::jsonb)`.execute(
      db,
    );
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bills-'));
    platform = new SimulatedPlatform();
    host = await platform.listen();
    await begin();
  });
  afterEach(async () => {
    await end();
    await platform.close();
    await rm(folder, { recursive: true });
  });

  const begin = async (): Promise<void> => {
    states = await BillStates.open(join(folder, 'steps.jsonl'));
    stop = new AbortController();
    const ports = newImpatientPorts();
    const lotNames = { of: () => Promise.resolve(undefined) };
    sync = new BillSync({
      ...{ db, states, ports, log },
      platform: new HttpTracePlatform({
        ...{ url: `http://${host}`, token: 'secret', allowed: [host], signal: stop.signal },
      }),
      projection: { listen: () => () => undefined, firmBlocks: ROWS.length },
      isHosted: () => Promise.resolve(true),
      contentOf: (row: BillRow) => sentBillOf({ db, ports, lotNames: lotNames as never }, row),
    });
  };
  const end = async (): Promise<void> => {
    stop.abort();
    await sync.close();
    await states.close();
  };
  const restart = async (): Promise<void> => {
    await end();
    await begin();
    sync.start();
  };
  const settled = async (firm: string): Promise<void> => {
    const all = idsOf(firm);
    const isSettled = (): boolean =>
      all.every((id) => ['accepted', 'refused'].includes(states.of(id)?.state ?? ''));
    while (!isSettled()) await sync.queue.inTurn(firm, () => new Promise((resolve) => setImmediate(resolve)));
  };
  const bookedOf = (firm: string): readonly string[] =>
    platform.booked.filter(({ enterprise }) => enterprise === firm).map(({ bill }) => bill);

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'are booked once and in order, seed %i',
    async (seed) => {
      const random = randomOf(seed);
      const pick = (): Fate => FATES[Math.floor(random() * FATES.length)] ?? 'answered';
      platform.fates.push(...Array.from({ length: 40 }, pick));
      sync.start();
      for (let life = 0; life < 3; life += 1) {
        const asked = platform.asked.length + 1 + Math.floor(random() * 4);
        await platform.until(() => platform.asked.length >= asked || platform.fates.length === 0);
        await restart();
      }
      for (const firm of FIRMS) await settled(firm);
      for (const firm of FIRMS) {
        expect(bookedOf(firm)).toEqual(idsOf(firm));
        expect(idsOf(firm).map((id) => states.of(id)?.state)).toEqual(idsOf(firm).map(() => 'accepted'));
      }
    },
  );

  it('are not said twice when an answer was lost: it is asked for first', async () => {
    platform.fates.push('answerLost');
    sync.start();
    for (const firm of FIRMS) await settled(firm);
    expect(platform.asked.filter((each) => each === 'send')).toHaveLength(ROWS.length);
    expect(platform.asked.filter((each) => each === 'find')).toHaveLength(1);
    expect([...platform.tokens]).toEqual(['Bearer secret']);
  });

  it('are all sent but the one that is refused, which waits for a person and is accepted then', async () => {
    const [refused = ''] = idsOf('maker');
    const why = { code: 'LOT_UNKNOWN', text: '批号未备案' };
    platform.refuse = ({ bill }) => (bill === refused ? why : undefined);
    sync.start();
    await settled('maker');
    expect(states.of(refused)).toMatchObject({ state: 'refused', refusal: why, externalNo: null });
    expect(bookedOf('maker')).toEqual(idsOf('maker').slice(1));
    await restart();
    await settled('maker');
    expect(states.openOf('maker').map(({ bill }) => bill)).toEqual([refused]);
    platform.refuse = () => undefined;
    const row = await db.selectFrom('bills').selectAll().where('id', '=', refused).executeTakeFirstOrThrow();
    await sync.queue.inTurn('maker', () => sync.sendAgain(row, 'kid-of-somebody'));
    while (states.of(refused)?.state !== 'accepted')
      await sync.queue.inTurn('maker', () => new Promise((resolve) => setImmediate(resolve)));
    expect(bookedOf('maker')).toEqual([...idsOf('maker').slice(1), refused]);
    expect(states.openOf('maker')).toEqual([]);
  });
});
