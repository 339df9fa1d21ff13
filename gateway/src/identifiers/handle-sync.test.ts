/** Whatever becomes of requests and answers, and wherever a gateway ends: the secondary node has what the firm has. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Caller } from '../access/caller.js';
import { NOBODY } from '../access/caller.js';
import type { Database } from '../db/open-database.js';
import type { Fate } from '../testing/fateful-server.js';
import { itemAt, valueAt } from '../testing/handle-client.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { randomOf } from '../testing/random-of.js';
import { SimulatedNode } from '../testing/simulated-node.js';
import { newImpatientPorts } from '../testing/test-ports.js';
import { HandleDesk } from './handle-desk.js';
import { waitAgain } from './handle-outbox.js';
import { HandleSync } from './handle-sync.js';
import { HttpSecondaryNode } from './http-secondary-node.js';
import { Templates } from './templates.js';

const PREFIX = '88.608.8889';
const FATES: readonly Fate[] = ['answered', 'lost', 'answerLost', 'timedOut', 'late', 'garbled', 'failed'];
const log = pino({ level: 'silent' });
const caller: Caller = { ...NOBODY, enterprise: 'maker', kid: 'k', at: '2026-11-25T08:00:00.000Z' };
const note = (): Promise<void> => Promise.resolve();

describe('identifiers on their way to the secondary node', () => {
  let db: Database;
  let node: SimulatedNode;
  let host: string;
  let desk: HandleDesk;
  let sync: HandleSync;
  let stop: AbortController;
  beforeAll(async () => {
    db = await openMemoryDatabase();
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    await db.deleteFrom('identifiers').execute();
    await db.deleteFrom('identifier_templates').execute();
    node = new SimulatedNode('secret');
    host = await node.listen();
    begin();
    const templates = new Templates(db, note);
    await templates.add(
      {
        ...{
          prefix: PREFIX,
          version: '1',
          industryCategory: 'C',
          industrySpecific: '27',
          industryTrade: '272',
        },
        ...{ industrySubclass: '2720', type: 1, description: '', items: [itemAt(2000, 'name')] },
      },
      caller,
    );
    const onChange = (enterprise: string): void => sync.queue.wake(enterprise);
    desk = new HandleDesk({ db, prefixes: { [PREFIX]: 'maker' }, templates, note, onChange });
  });
  afterEach(async () => {
    await end();
    await node.close();
  });

  const begin = (token = 'secret'): void => {
    stop = new AbortController();
    sync = new HandleSync({
      ...{ db, ports: newImpatientPorts(), log, projection: { listen: () => () => undefined } },
      node: new HttpSecondaryNode({ url: `http://${host}`, token, allowed: [host], signal: stop.signal }),
    });
    sync.start();
  };
  const end = async (): Promise<void> => {
    stop.abort();
    await sync.close();
  };
  const put = async (
    method: 'register' | 'change',
    suffix: string,
    value: string,
    auth = '',
  ): Promise<void> => {
    const item = {
      handle: `${PREFIX}/${suffix}`,
      templateVersion: '1',
      value: [valueAt(2000, 'name', value, auth)],
    };
    expect((await desk[method](caller, [item])).map(({ refusal }) => refusal)).toEqual([undefined]);
  };
  const statesOf = async (): Promise<Readonly<Record<string, string>>> => {
    const rows = await db.selectFrom('identifiers').select(['handle', 'sync']).execute();
    return Object.fromEntries(rows.map((row) => [row.handle.slice(PREFIX.length + 1), row.sync]));
  };
  const settled = async (): Promise<Readonly<Record<string, string>>> => {
    for (;;) {
      const states = await statesOf();
      if (!Object.values(states).includes('waiting')) return states;
      await sync.queue.inTurn('maker', () => new Promise((resolve) => setImmediate(resolve)));
    }
  };
  const there = (): readonly string[] =>
    [...node.registered.values()].map(({ handle, value }) => `${handle} ${value[0]?.data.value ?? ''}`);

  it('are told in the order of the changes, the last of each', async () => {
    await put('register', 'a', '1');
    await put('register', 'b', '1');
    await settled();
    await put('change', 'a', '2');
    await desk.remove(caller, [`${PREFIX}/b`]);
    expect(await settled()).toEqual({ a: 'registered' });
    expect(node.changes).toEqual([
      ...[`POST ${PREFIX}/a`, `POST ${PREFIX}/b`],
      ...[`PUT ${PREFIX}/a`, `DELETE ${PREFIX}/b`],
    ]);
    expect(there()).toEqual([`${PREFIX}/a 2`]);
  });

  it('that are there already after a time-out are registered, once', async () => {
    node.fates.push('timedOut');
    await put('register', 'a', '1');
    expect(await settled()).toEqual({ a: 'registered' });
    expect(node.changes).toEqual([`POST ${PREFIX}/a`]);
  });

  it('that were there before anybody was told get the values of today', async () => {
    const value = [valueAt(2000, 'name', 'old')];
    node.registered.set(`${PREFIX}/a`, { handle: `${PREFIX}/a`, templateVersion: '1', value });
    node.fates.push('answered', 'timedOut');
    await put('register', 'a', 'new');
    expect(await settled()).toEqual({ a: 'registered' });
    expect(there()).toEqual([`${PREFIX}/a new`]);
  });

  it('keep values that name their readers at home', async () => {
    await put('register', 'a', 'secret', 'wholesaler');
    await settled();
    expect(node.registered.get(`${PREFIX}/a`)?.value).toEqual([]);
  });

  it('that are refused wait for a person, and keep nothing back', async () => {
    node.refuse = (handle) => (handle.endsWith('/a') ? { status: -2, message: '前缀未备案' } : undefined);
    await put('register', 'a', '1');
    await put('register', 'b', '1');
    expect(await settled()).toEqual({ a: 'refused', b: 'registered' });
    const row = await db
      .selectFrom('identifiers')
      .select('refusal')
      .where('sync', '=', 'refused')
      .executeTakeFirst();
    expect(row?.refusal).toEqual({ code: '-2', text: '前缀未备案' });
    node.refuse = () => undefined;
    expect(await waitAgain(db, 'rival', `${PREFIX}/a`)).toBe(false);
    expect(await waitAgain(db, 'maker', `${PREFIX}/a`)).toBe(true);
    sync.queue.wake('maker');
    expect(await settled()).toEqual({ a: 'registered', b: 'registered' });
  });

  it('wait while the node does not let us in, which refuses nothing', async () => {
    await end();
    begin('wrong');
    await put('register', 'a', '1');
    while (sync.queue.troubleOf('maker') === undefined) await new Promise((resolve) => setImmediate(resolve));
    expect(sync.queue.troubleOf('maker')?.problem).toContain('没有登录');
    expect(await statesOf()).toEqual({ a: 'waiting' });
    await end();
    begin();
    expect(await settled()).toEqual({ a: 'registered' });
  });

  it('that were gone before anybody was told are nobody’s business', async () => {
    await end();
    await put('register', 'a', '1');
    await desk.remove(caller, [`${PREFIX}/a`]);
    begin();
    expect(await settled()).toEqual({});
    expect(node.changes).toEqual([]);
  });

  it.each(Array.from({ length: 5 }, (_, seed) => seed))(
    'are there as they are here, seed %i',
    async (seed) => {
      const random = randomOf(seed);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
      node.fates.push(...Array.from({ length: 40 }, () => pick(FATES)));
      const here = new Map<string, string>();
      for (let step = 0; step < 30; step += 1) {
        const suffix = pick(['a', 'b', 'c', 'd']);
        if (!here.has(suffix)) await put('register', suffix, String(step));
        else if (random() < 0.6) await put('change', suffix, String(step));
        else await desk.remove(caller, [`${PREFIX}/${suffix}`]);
        const isThere = (await statesOf())[suffix] !== undefined && (await isHere(suffix));
        if (isThere) here.set(suffix, String(step));
        else here.delete(suffix);
        if (random() < 0.15) {
          await end();
          begin();
        }
      }
      await settled();
      expect([...there()].sort()).toEqual(
        [...here].map(([suffix, step]) => `${PREFIX}/${suffix} ${step}`).sort(),
      );
    },
  );

  const isHere = async (suffix: string): Promise<boolean> => {
    const row = db.selectFrom('identifiers').select('deleted').where('handle', '=', `${PREFIX}/${suffix}`);
    return (await row.executeTakeFirst())?.deleted === false;
  };
});
