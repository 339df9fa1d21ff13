import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { pino } from 'pino';
import { NOBODY } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';
import { deviceKeyOf, newPrivateKeyPem } from '../demo/device-key.js';
import { systemPorts } from '../ports.js';
import { openVault } from '../vault/open-vault.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import type { Vault } from '../vault/vault.js';
import { StatementExchange, type StatementParts } from './statement-exchange.js';

const SALT = 'a1'.repeat(16);
const CONTENT = { words: 'A dented case.', photo: null };
const ASKED = { record: `inc~${'1'.repeat(64)}`, digest: plaintextDigest(SALT, CONTENT) };
const READER = { ...NOBODY, enterprise: 'owner', purpose: 'accident' } as const;
const AUTHOR = 'driver-firm';

type Answer = () => Promise<unknown>;

describe('statements that were written elsewhere', () => {
  let folder: string;
  let db: Database;
  let vault: Vault;
  let spki: Uint8Array;
  let asked: unknown[];
  let answer: Answer;
  let exchange: StatementExchange;
  let isAdmitted: boolean;

  const sealed = (content: object, reader: Uint8Array): Answer => {
    const box = vault.sealFor({ enterprise: READER.enterprise, spki: reader }, { salt: SALT, content });
    return () => Promise.resolve({ sealed: Buffer.from(box).toString('base64url') });
  };
  const fetchIt = (authors: readonly string[] = [AUTHOR]) => exchange.fetch(READER, ASKED, authors);

  beforeAll(async () => {
    db = await openMemoryDatabase();
    await db
      .insertInto('enterprises')
      .values([
        { enterprise: AUTHOR, host_msp: 'LogisticsMSP', block: 0, tx_id: randomUUID() },
        { enterprise: 'neighbour', host_msp: 'ManufacturerMSP', block: 0, tx_id: randomUUID() },
      ])
      .execute();
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yaosu-statements-'));
    const opened = await openVault(folder, systemPorts);
    vault = opened.vault;
    spki = opened.secrets.of(READER.enterprise).encryptionSpki;
    [asked, isAdmitted] = [[], true];
    answer = sealed(CONTENT, spki);
    const key = deviceKeyOf(newPrivateKeyPem());
    exchange = new StatementExchange({
      access: { identities: { ManufacturerMSP: {} } } as unknown as StatementParts['access'],
      db,
      log: pino({ level: 'silent' }),
      serviceKeys: {
        admitted: () => (isAdmitted ? Promise.resolve(key) : Promise.reject(new ApiError('MANDATE_MISSING'))),
      } as unknown as StatementParts['serviceKeys'],
      vault,
      neighbours: {
        ask: async (host, question) => {
          asked.push([host, question.body]);
          return question.answer.parse(await answer());
        },
      },
    });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are asked for once, and stay readable while the other gateway is away', async () => {
    const stored = { salt: SALT, content: CONTENT };
    expect(await fetchIt()).toEqual(stored);
    answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await fetchIt()).toEqual(stored);
    const reader = { enterprise: 'owner', purpose: 'accident' };
    expect(asked).toEqual([['LogisticsMSP', { ...ASKED, reader }]]);
    expect(await vault.copy('another', ASKED.digest)).toBeUndefined();
    expect(await vault.open(READER.enterprise, ASKED.digest)).toBeUndefined();
  });

  it('are nobody’s when the other gateway knows of none, or all authors are hosted here', async () => {
    answer = () => Promise.reject(new ApiError('RECORD_NOT_FOUND'));
    expect(await fetchIt()).toBeUndefined();
    expect(await fetchIt(['neighbour'])).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  const stranger = (): Uint8Array =>
    new Uint8Array(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' }),
    );
  it.each<[string, () => Answer]>([
    ['is away', () => () => Promise.reject(new TypeError('fetch failed'))],
    ['is behind', () => () => Promise.reject(new ApiError('GATEWAY_BEHIND'))],
    ['gives something else', () => sealed({ words: 'Nothing happened.' }, spki)],
    ['gives what is sealed for another', () => sealed(CONTENT, stranger())],
    ['gives no box', () => () => Promise.resolve({ sealed: randomBytes(8).toString('base64url') })],
    ['answers nonsense', () => () => Promise.resolve({ content: CONTENT })],
  ])('cannot be fetched now when the other gateway %s, and nothing is kept', async (_, given) => {
    answer = given();
    await expect(fetchIt()).rejects.toMatchObject({ code: 'STATEMENT_AWAY' });
    expect(await vault.copy(READER.enterprise, ASKED.digest)).toBeUndefined();
  });

  it('are not asked for without the reader’s mandate', async () => {
    isAdmitted = false;
    await expect(fetchIt()).rejects.toMatchObject({ code: 'MANDATE_MISSING' });
    expect(asked).toEqual([]);
  });
});
