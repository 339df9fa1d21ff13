/**
 * Two rival clients under one host commission the same CDMO on private terms with a hundred words that nobody says by
 * chance; then they are looked for everywhere but where the two of a task read them.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import type { Player } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { RunningServer } from '../support/running-server.js';
import { EventStream } from './event-stream.js';
import { Needles } from './needle.js';
import { answerOf, everyPath, type Ids } from './read-everything.js';
import { newRivals, offer, PARTNER } from './rivals.js';
import { searchFiles, searchLevel, searchTables } from './search-folder.js';

const MINUTES = 60_000;
const CALLS = { YAOSU_SESSION_CALLS_PER_MINUTE: '100000', YAOSU_LOG: 'debug' };

describe('private terms of rivals under one host', () => {
  const clients = newRivals();
  const all = new Needles(clients.map(({ needle }) => needle));
  const tasks: string[] = [];
  let server: RunningServer;
  let stage: Stage;
  let streams: readonly EventStream[];
  let players: readonly Player[];
  let ids: Ids;

  beforeAll(async () => {
    server = await RunningServer.seeded({ env: CALLS });
    stage = await Stage.open(server.url, systemPorts);
    const { logins } = await stage.guest.read('demoLogins', {});
    players = await Promise.all(logins.map(({ login }) => stage.as(login)));
    streams = await Promise.all(players.map((player) => EventStream.open(server.url, player)));
    for (const client of clients) tasks.push((await offer(stage, client)).task);
    const keys = new Set([
      ...streams.flatMap((stream) => stream.keys),
      ...tasks.map((task) => `task~${task}`),
    ]);
    ids = {
      enterprises: [...new Set(logins.map(({ enterprise }) => enterprise))],
      batches: [],
      documents: tasks,
      keys: [...keys],
      txIds: stage.played.map(({ txId }) => txId),
      cmds: stage.played.map(({ cmd }) => cmd),
    };
    await Promise.all(streams.map((stream) => stream.close()));
  }, 3 * MINUTES);
  afterAll(() => server.dispose());

  const pathOf = (task: string | undefined): string => `/api/tasks/${task ?? ''}/terms`;

  test('are read by the two, every word of them', async () => {
    const partner = await stage.as(PARTNER);
    for (const [i, { login, words }] of clients.entries()) {
      for (const reader of [await stage.as(login), partner]) {
        const text = await answerOf(server.url, reader, pathOf(tasks[i]));
        expect(words.filter((word) => !text.includes(word))).toEqual([]);
      }
    }
  });

  test(
    'stand in no answer and no stream to anybody else: a rival is told what a random id is told',
    async () => {
      const paths = everyPath(ids);
      const finds: string[] = [];
      const partner = (await stage.as(PARTNER)).enterprise;
      for (const player of players.filter(({ enterprise }) => enterprise !== partner)) {
        const own = clients.findIndex(({ enterprise }) => enterprise === player.enterprise);
        for (const path of paths) {
          const text = await answerOf(server.url, player, path);
          const found =
            path === pathOf(tasks[own]) ? clients[1 - own]?.needle.foundIn(text) : all.foundIn(text);
          if (found !== undefined) finds.push(`${player.login} at ${path}: ${found}`);
        }
      }
      expect(finds).toEqual([]);
      expect(streams.map(({ text }) => all.foundIn(text))).toEqual(players.map(() => undefined));
      for (const [i, { login }] of clients.entries()) {
        const rival = await stage.as(login);
        for (const suffix of ['', '/terms']) {
          const ask = async (task: string): Promise<string> => {
            const headers = { authorization: `Bearer ${rival.token}` };
            const answer = await fetch(`${server.url}/api/tasks/${task}${suffix}`, { headers });
            return `${String(answer.status)} ${await answer.text()}`;
          };
          expect(await ask(tasks[1 - i] ?? '')).toBe(await ask(stage.newId()));
        }
      }
    },
    2 * MINUTES,
  );

  test(
    'lie nowhere in the data folder but sealed, and neither they nor a price in the log',
    async () => {
      expect(await server.end('SIGTERM')).toBe(0);
      const ledger = await searchLevel(join(server.data, 'ledger', 'level'), all);
      const journal = await searchLevel(join(server.data, 'journal'), all);
      const tables = await searchTables(join(server.data, 'read-model'), all);
      expect([...ledger.finds, ...journal.finds, ...tables.finds]).toEqual([]);
      expect(await searchFiles(server.data, all)).toEqual([]);
      for (const hidden of [all, ...clients.map(({ amount }) => Needles.of(amount))]) {
        expect(hidden.foundIn(server.log())).toBeUndefined();
        expect(await searchFiles(server.data, hidden)).toEqual([]);
      }
      for (const { amount: price } of clients) {
        const where = [
          await searchLevel(join(server.data, 'ledger', 'level'), Needles.of(price)),
          await searchLevel(join(server.data, 'journal'), Needles.of(price)),
          await searchTables(join(server.data, 'read-model'), Needles.of(price)),
        ];
        expect(where.flatMap(({ finds }) => finds)).toEqual([]);
      }
      for (const count of [ledger.entries, journal.entries, tables.rows]) expect(count).toBeGreaterThan(200);
    },
    2 * MINUTES,
  );
});
