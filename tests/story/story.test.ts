/** The story over HTTP; then what its data folder, its logs and a rival's answers tell, and whether it can be rebuilt. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEmbeddedDatabase } from '@yaosu/gateway/database';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import type { Player } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { readFolder } from '../faults/read-folder.js';
import { checkEvidence } from '../invariants/index.js';
import { tellInWords, type Told } from '../secrecy/canaries.js';
import { EventStream } from '../secrecy/event-stream.js';
import { Needle } from '../secrecy/needle.js';
import { answerOf, everyPath, type Ids } from '../secrecy/read-everything.js';
import { searchFiles, searchLevel, searchTables } from '../secrecy/search-folder.js';
import { RunningServer } from '../support/running-server.js';
import { yaosu } from '../support/yaosu.js';

const MINUTES = 60_000;
const RIVAL = 'ruikang-pharma';
const CALLS = { YAOSU_SESSION_CALLS_PER_MINUTE: '100000' };

describe('the story', () => {
  const needle = new Needle();
  let server: RunningServer;
  beforeAll(async () => {
    server = await RunningServer.start({ env: { ...CALLS, YAOSU_LOG: 'info' } });
  }, 2 * MINUTES);
  afterAll(() => server.dispose());

  test(
    'is played over HTTP, every figure as it was written by hand',
    async () => {
      const { acts } = await playStory({ url: server.url, ports: systemPorts });
      expect(acts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(
        acts.every(({ transactions, lastTxId }) => transactions > 0 && /^[0-9a-f]{64}$/.test(lastTxId)),
      ).toBe(true);
    },
    5 * MINUTES,
  );

  describe('what the CDMO writes about a batch', () => {
    let stage: Stage;
    let told: Told;
    let ids: Ids;
    let rivals: readonly Player[];
    let rivalStreams: readonly EventStream[];
    let ownStream: EventStream;

    beforeAll(async () => {
      stage = await Stage.open(server.url, systemPorts);
      const { logins } = await stage.guest.read('demoLogins', {});
      const theirs = logins.filter(({ enterprise }) => enterprise === RIVAL);
      rivals = await Promise.all(theirs.map(({ login }) => stage.as(login)));
      rivalStreams = await Promise.all(rivals.map((rival) => EventStream.open(server.url, rival)));
      ownStream = await EventStream.open(server.url, await stage.as('cdmo-qp'));
      told = await tellInWords(stage, needle);
      ids = {
        enterprises: [...new Set(logins.map(({ enterprise }) => enterprise))],
        ...told,
        keys: [...new Set(ownStream.keys)],
        txIds: stage.played.map(({ txId }) => txId),
        cmds: stage.played.map(({ cmd }) => cmd),
      };
      await Promise.all([ownStream, ...rivalStreams].map((stream) => stream.close()));
    }, 3 * MINUTES);

    test('is found by the same search in what the CDMO and its client read', async () => {
      const own = await stage.as('cdmo-qp');
      const found = await Promise.all(
        everyPath(ids).map(
          async (path) => [path, needle.foundIn(await answerOf(server.url, own, path))] as const,
        ),
      );
      const where = found.filter(([, text]) => text !== undefined).map(([path]) => path);
      expect(where).toEqual(
        expect.arrayContaining([
          ...told.documents.map((id) => `/api/documents/${id}`),
          ...told.batches.slice(0, 2).map((id) => `/api/batches/${id}/identity`),
        ]),
      );
      expect(told.asRead.every((text) => needle.foundIn(text) !== undefined)).toBe(true);
    });

    test('stands in no answer and no stream to the logins of a rival', async () => {
      const paths = everyPath(ids);
      expect(rivals.length).toBeGreaterThanOrEqual(2);
      expect(paths.length).toBeGreaterThan(200);
      const finds: string[] = [];
      for (const rival of rivals) {
        for (const path of paths) {
          const found = needle.foundIn(await answerOf(server.url, rival, path));
          if (found !== undefined) finds.push(`${rival.login} at ${path}: ${found}`);
        }
      }
      expect(finds).toEqual([]);
      expect(rivalStreams.map(({ text }) => needle.foundIn(text))).toEqual(rivals.map(() => undefined));
      // They were told of the blocks, and of nothing in them.
      for (const stream of rivalStreams) expect(stream.text).toContain('event: block');
      for (const batch of told.batches)
        for (const { text } of rivalStreams) expect(text).not.toContain(batch);
    });
  });

  describe('when the server has ended', () => {
    beforeAll(async () => {
      expect(await server.end('SIGTERM')).toBe(0);
    });

    test('those words lie nowhere in the data folder but as ciphertext, and not in the log', async () => {
      const ledger = await searchLevel(join(server.data, 'ledger', 'level'), needle);
      const journal = await searchLevel(join(server.data, 'journal'), needle);
      const tables = await searchTables(join(server.data, 'read-model'), needle);
      expect([...ledger.finds, ...journal.finds, ...tables.finds]).toEqual([]);
      expect(await searchFiles(server.data, needle)).toEqual([]);
      expect(needle.foundIn(server.log())).toBeUndefined();
      for (const count of [ledger.entries, journal.entries, tables.rows]) expect(count).toBeGreaterThan(500);
    });

    test('every invariant holds', async () => {
      expect(checkEvidence({ ...(await readFolder(server.data)), acknowledged: [] })).toEqual([]);
    });

    test(
      'its read model is the fold of its ledger, and a row that was changed is named',
      async () => {
        const sound = await yaosu('rebuild', server.data);
        expect(sound.lines).toEqual([expect.stringMatching(/^\d{3,} blocks, 0 differences$/)]);
        expect(sound.code).toBe(0);
        const db = await openEmbeddedDatabase(join(server.data, 'read-model'));
        await db.updateTable('batches').set({ market: 'released' }).where('kind', '=', 'bulk').execute();
        await db.destroy();
        const touched = await yaosu('rebuild', server.data);
        expect(touched.code).toBe(1);
        expect(touched.lines[0]).toMatch(/^batches only live: .*"market":"released"/);
      },
      3 * MINUTES,
    );
  });
});
