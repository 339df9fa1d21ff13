/** Every change of a data folder at rest is found and named: blocks, rows, vault files. YAOSU_TAMPERINGS=300 for the long run. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import fc from 'fast-check';
import { sql } from 'kysely';
import { verifyLedger } from '@yaosu/network/verify';
import { parseConfig, type Config } from '../../config.js';
import { openEmbeddedDatabase, type Database } from '../../db/open-database.js';
import type { Tables } from '../../db/tables.js';
import { embeddedOptions, openEmbedded } from '../../ledger/open-embedded.js';
import { systemPorts } from '../../ports.js';
import { projectAll } from '../../projection/rebuild.js';
import { openVault } from '../../vault/open-vault.js';
import { READ_MODEL } from '../../projection/checkpoint.js';
import { loadOneLot } from '../../story/loaded-lot.js';
import { newTestGateway } from '../../testing/test-gateway.js';
import { readModels, verifyData } from './verify-data.js';
import { verifyVault } from './verify-vault.js';

const MINUTES = 60_000;
const RUNS = Math.ceil(Number(process.env['YAOSU_TAMPERINGS'] ?? '30') / 3);

let data: string;
let config: Config;

beforeAll(async () => {
  const gateway = await newTestGateway({ environment: { YAOSU_STORY: '0' } });
  data = gateway.folder;
  config = parseConfig({ YAOSU_DATA: data, YAOSU_PEER_THREADS: '0' });
  await loadOneLot(gateway.url, systemPorts);
  await gateway.services.checkpoints.make();
  await gateway.close();
  // The read model on disk, as a server leaves it.
  const live = await openEmbeddedDatabase(join(data, 'read-model'));
  const { ledger } = await openEmbedded(data, systemPorts.clock);
  const { vault } = await openVault(data, systemPorts);
  await projectAll(ledger, live, Number(await ledger.height()), vault);
  await ledger.close();
  await live.destroy();
}, 5 * MINUTES);
afterAll(() => rm(data, { recursive: true, force: true }));

const wrong = async (): Promise<readonly string[]> =>
  (await verifyData(config)).checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`);

/** Works on the stored bytes of blocks, around the ledger. */
const withBlocks = async <T>(run: (db: ClassicLevel<Buffer, Buffer>) => Promise<T>): Promise<T> => {
  const db = new ClassicLevel<Buffer, Buffer>(join(data, 'ledger', 'level'), {
    keyEncoding: 'buffer',
    valueEncoding: 'buffer',
  });
  await db.open();
  try {
    return await run(db);
  } finally {
    await db.close();
  }
};
const BLOCKS = { gte: Buffer.from('b'), lt: Buffer.from('c') };

describe('a data folder', () => {
  it(
    'is whole',
    async () => {
      expect(await wrong()).toEqual([]);
    },
    MINUTES * 2,
  );

  it(
    'with a flipped byte in a block',
    async () => {
      const options = await embeddedOptions(data, systemPorts.clock);
      const blocks = await withBlocks((db) => db.iterator(BLOCKS).all());
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, where, mask) => {
          const number = which % blocks.length;
          const [key, bytes] = blocks[number]!;
          const flipped = Buffer.from(bytes);
          flipped.writeUInt8(bytes.readUInt8(where % bytes.length) ^ mask, where % bytes.length);
          await withBlocks((db) => db.put(key, flipped));
          const { problems } = await verifyLedger(options);
          await withBlocks((db) => db.put(key, bytes));
          expect(problems.map(({ block }) => block)).toContain(number);
        }),
        { numRuns: RUNS },
      );
    },
    30 * MINUTES,
  );

  it(
    'with a changed row in the read model',
    async () => {
      const live = await openEmbeddedDatabase(join(data, 'read-model'));
      const { rebuilt, compare } = await readModels(config, live);
      try {
        const filled = await filledTables(live);
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...filled), fc.nat(), async (table, seed) => {
            const undo = await changeRow(live, table, seed);
            const differences = await compare();
            await undo();
            expect(differences.map((each) => each.table)).toContain(table);
          }),
          { numRuns: RUNS },
        );
        expect(await compare()).toEqual([]);
      } finally {
        await rebuilt.destroy();
        await live.destroy();
      }
    },
    30 * MINUTES,
  );

  it(
    'with an edited file in the vault',
    async () => {
      const live = await openEmbeddedDatabase(join(data, 'read-model'));
      const { rebuilt, digests } = await readModels(config, live);
      await rebuilt.destroy();
      await live.destroy();
      const entries = await readdir(join(data, 'vault'), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile() && entry.name !== 'sealing.key')
        .map((entry) => join(entry.parentPath, entry.name));
      expect(files.length).toBeGreaterThan(10);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...files),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
          async (file, where, mask) => {
            const bytes = await readFile(file);
            const edited = Buffer.from(bytes);
            edited.writeUInt8(bytes.readUInt8(where % bytes.length) ^ mask, where % bytes.length);
            await writeFile(file, edited);
            const { altered } = await verifyVault(data, digests);
            await writeFile(file, bytes);
            expect(altered.map((each) => join(data, 'vault', each))).toContain(file);
          },
        ),
        { numRuns: RUNS },
      );
    },
    30 * MINUTES,
  );

  it(
    'with a document that was stored and never published is whole',
    async () => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
      const { vault } = await openVault(data, systemPorts);
      const escrow = { subject: 'drug', keyId: 'aa'.repeat(32), spki };
      await vault.put('qingtai-cdmo', '00'.repeat(16), { text: 'never published' }, [escrow]);
      expect(await wrong()).toEqual([]);
    },
    MINUTES * 2,
  );
});

const filledTables = async (db: Database): Promise<readonly (keyof Tables)[]> => {
  const counts = await Promise.all(
    READ_MODEL.map(async (table) => ({
      table,
      rows: await db.selectFrom(table).selectAll().limit(1).execute(),
    })),
  );
  return counts
    .filter(({ table, rows }) => rows.length > 0 && table !== 'checkpoint')
    .map(({ table }) => table);
};

/** Changes a text of a row, by hand. @returns how to change it back */
const changeRow = async (db: Database, table: keyof Tables, seed: number): Promise<() => Promise<void>> => {
  const { rows } = await sql<Record<string, unknown> & { ctid: string }>`
    select ctid::text as ctid, * from ${sql.table(table)} order by 2, 3`.execute(db);
  const row = rows[seed % rows.length]!;
  const texts = Object.entries(row).filter(([name, value]) => name !== 'ctid' && typeof value === 'string');
  const [column, value] = texts[seed % texts.length] as [string, string];
  const set = async (from: string, to: string): Promise<void> => {
    const place = sql`${sql.ref(column)} = ${from}`;
    const others = texts
      .filter(([name]) => name !== column)
      .map(([name, each]) => sql`${sql.ref(name)} = ${each}`);
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.join([place, ...others], sql` and `)}`.execute(
      db,
    );
  };
  // Quantities come as texts, too, and take digits only.
  const changed = /^-?\d+(\.\d+)?$/.test(value) ? `${value}1` : `${value}x`;
  await set(value, changed);
  return () => set(changed, value);
};
