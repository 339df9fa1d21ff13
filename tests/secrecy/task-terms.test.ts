/**
 * Two rival clients under one host commission the same CDMO on private terms with a hundred words that nobody says by
 * chance; then they are looked for everywhere but where the two of a task read them.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { taskActs } from '@yaosu/chaincode/model/task/acts';
import type { TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import type { Player } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { RunningServer } from '../support/running-server.js';
import { EventStream } from './event-stream.js';
import { Needle, Needles } from './needle.js';
import { answerOf, everyPath, type Ids } from './read-everything.js';
import { searchFiles, searchLevel, searchTables } from './search-folder.js';

const MINUTES = 60_000;
const WORDS = 50;
const CALLS = { YAOSU_SESSION_CALLS_PER_MINUTE: '100000', YAOSU_LOG: 'debug' };

/** A client, who offers for it, and what is in its terms: fifty strings, each with the same random word. */
interface Client {
  readonly login: string;
  readonly enterprise: string;
  readonly needle: Needle;
  readonly words: readonly string[];
}

const clientOf = (login: string, enterprise: string): Client => {
  const needle = new Needle();
  return {
    login,
    enterprise,
    needle,
    words: Array.from({ length: WORDS }, (_, i) => needle.about(`no ${String(i)}.`)),
  };
};

/** Every clause has two words, one of them in its title. */
const termsOf = ({ words }: Client, amount: string): TaskTerms => ({
  price: { amount, currency: 'CNY' },
  yield: { floorPercent: '97.654321' },
  compensation: { perDayLatePercent: '0.123457', perPercentShortPercent: '1.123457', atMostPercent: '20' },
  clauses: words.flatMap((word, i) => (i % 2 === 0 ? [{ title: word, words: words[i + 1] ?? word }] : [])),
});

const PARTNER = 'cdmo-qp';
const PRICES = ['918273.645546', '827364.556647'] as const;

describe('private terms of rivals under one host', () => {
  const clients = [clientOf('maker-qm', FIRM.maker), clientOf('rival-qp', FIRM.rival)] as const;
  const all = new Needles(clients.map(({ needle }) => needle));
  const tasks: string[] = [];
  let server: RunningServer;
  let stage: Stage;
  let streams: readonly EventStream[];
  let players: readonly Player[];
  let ids: Ids;

  /** Seals and offers; asks besides for what is refused, with words in it. */
  const offer = async (client: Client, amount: string): Promise<string> => {
    const terms = termsOf(client, amount);
    const { client: api } = await stage.as(client.login);
    const digests = await api.call('sealTerms', { cdmo: FIRM.cdmo, salt: 'a1'.repeat(16), terms });
    const parties = { client: client.enterprise, cdmo: FIRM.cdmo, terms: digests };
    await stage.send(client.login, taskActs.sealTerms, parties);
    const task = stage.newId();
    await stage.send(client.login, taskActs.offer, {
      ...parties,
      task,
      site: glnOfSite(FIRM.cdmo),
      material: stage.digest(client.login),
      quantity: '100',
      unit: 'KGM',
      startOn: stage.day(0),
      deliverBy: stage.day(30),
      qualityAgreement: stage.digest('quality agreement'),
    });
    await stage.send(PARTNER, taskActs.accept, { task });
    await expect(
      api.call('sealTerms', { cdmo: 'nobody-here', salt: 'a1'.repeat(16), terms }),
    ).rejects.toThrow();
    return task;
  };

  beforeAll(async () => {
    server = await RunningServer.start({ env: CALLS });
    stage = await Stage.open(server.url, systemPorts);
    const { logins } = await stage.guest.read('demoLogins', {});
    players = await Promise.all(logins.map(({ login }) => stage.as(login)));
    streams = await Promise.all(players.map((player) => EventStream.open(server.url, player)));
    for (const [i, client] of clients.entries()) tasks.push(await offer(client, PRICES[i] ?? '1'));
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
      for (const hidden of [all, ...PRICES.map((price) => Needles.of(price))]) {
        expect(hidden.foundIn(server.log())).toBeUndefined();
        expect(await searchFiles(server.data, hidden)).toEqual([]);
      }
      for (const price of PRICES) {
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
