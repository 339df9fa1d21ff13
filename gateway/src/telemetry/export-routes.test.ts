import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../api/errors.js';
import { UPLOADS } from '../api/uploads.js';
import { writeLoggerExport } from '../story/logger-export.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';

const { path, response: view } = UPLOADS.loggerExport;
const REAL = join(
  process.env['CONFORMANCE_DIR'] ?? join(import.meta.dirname, '../../../../shared/conformance'),
  'cold-chain/logger-exports',
);
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const TRIP = { serial: 'YS0003', startMs: Date.parse('2026-11-25T00:00:00.000Z'), intervalMinutes: 5 };

describe('uploads of loggers’ exports', () => {
  let gateway: TestGateway;
  let driver: Actor;
  beforeAll(async () => {
    gateway = await newTestGateway();
    driver = await gateway.actor('carrier-driver');
  }, 120_000);
  afterAll(() => gateway.remove());

  it('are read, kept and answered as pages', async () => {
    const text = writeLoggerExport({ ...TRIP, values: [500, 510, 490] });
    const read = await driver.client.upload('loggerExport', bytes(text));
    expect(view.safeParse(read)).toMatchObject({ success: true });
    expect(read).toMatchObject({ format: 'qtagClm', serial: 'YS0003', readings: 3 });
    const from = '2026-11-25T00:00:00.000Z';
    expect(read.commands).toEqual([[{ sequence: 0, from, intervalSeconds: 300, values: [500, 10, -20] }]]);
    const { salt, document, format, serial } = read;
    expect(document.plaintextDigest).toBe(plaintextDigest(salt, { format, serial, text }));
    const { vault } = gateway.services;
    expect(await vault.read(driver.enterprise, document.ciphertextDigest)).toEqual({
      salt,
      content: { format, serial, text },
    });
    expect(await vault.read('qingtai-cdmo', document.ciphertextDigest)).toBeUndefined();
  });

  it.each<[string, Uint8Array<ArrayBuffer>, object]>([
    ['another device', bytes('Device: Other 9\r\nVers: 1'), { line: 1, text: 'Device: Other 9' }],
    ['nothing', bytes(''), { line: 1, text: '' }],
    [
      'a reading that is none',
      bytes(writeLoggerExport({ ...TRIP, values: [500, 510] }).replace('5.1\t', 'warm\t')),
      { line: 31, text: '\t2026-11-25 08:05\twarm\t' },
    ],
    ['binary rubbish', new Uint8Array(randomBytes(4096)), { line: 1 }],
  ])('are refused: %s', async (_name, file, details) => {
    await expect(driver.client.upload('loggerExport', file)).rejects.toMatchObject({
      code: 'LOGGER_FORMAT_UNKNOWN',
      details,
    });
    expect(ERRORS.LOGGER_FORMAT_UNKNOWN.status).toBe(422);
  });

  it('are refused when they are too large, of another type or of nobody', async () => {
    const large = new Uint8Array(2 * 1024 * 1024 + 1);
    await expect(driver.client.upload('loggerExport', large)).rejects.toMatchObject({
      code: 'BODY_TOO_LARGE',
    });
    const send = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: 'Device: x' });
    const authorization = `Bearer ${driver.token}`;
    expect((await send({ authorization, 'content-type': 'image/png' })).status).toBe(415);
    expect((await send({ authorization, 'content-type': 'text/plain' })).status).toBe(422);
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(401);
  });

  const files = existsSync(REAL) ? readdirSync(REAL) : [];
  (files.length > 0 ? test : test.skip)('of real devices are read', async () => {
    const found: [string, number, number][] = [];
    for (const file of files) {
      const read = await driver.client.upload('loggerExport', new Uint8Array(readFileSync(join(REAL, file))));
      const paged = read.commands.flat().reduce((sum, { values }) => sum + values.length, 0);
      expect(paged).toBe(read.readings);
      found.push([read.format, read.readings, read.figures.length]);
    }
    expect(found.sort()).toEqual([
      ['fridgeTag2', 0, 4],
      ['fridgeTag2L', expect.any(Number), expect.any(Number)],
      ['qtagClm', 124, 1],
    ]);
  });
});
