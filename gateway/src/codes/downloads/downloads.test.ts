import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { downloadBody, type DownloadSpec } from '../../api/downloads.js';
import { systemPorts } from '../../ports.js';
import { newSerials } from '../serials.js';
import { Downloads } from './downloads.js';

const GTIN = '06901004000215';
const serials = newSerials('letters12', createHash('sha256').update('key').digest());
const space = {
  enterprise: 'maker',
  prefix: 'a'.repeat(64),
  gtin: GTIN,
  scheme: 'letters12',
  keyVersion: 1,
} as const;
const specOf = (format: DownloadSpec['format'], count: number, firstBlock = 0): DownloadSpec =>
  downloadBody.parse({ gtin: GTIN, firstBlock, blocks: 1, count, format, lot: 'AH-1', expiry: '2028-11-25' });

describe('downloads of codes', () => {
  let folder: string;
  const openThem = (): Promise<Downloads> =>
    Downloads.open({
      folder,
      issuing: { serials: () => serials },
      ports: systemPorts,
      log: pino({ level: 'silent' }),
    });
  const finished = async (downloads: Downloads, id: string): Promise<Buffer> => {
    while (downloads.get('maker', id)?.state === 'running') await new Promise((done) => setImmediate(done));
    expect(downloads.get('maker', id)).toMatchObject({ state: 'done' });
    return readFile(downloads.fileOf(id));
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'downloads-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a list names every code once, in its order', async () => {
    const downloads = await openThem();
    const { id } = await downloads.create(space, specOf('csv', 250));
    const [head, ...lines] = (await finished(downloads, id)).toString().trim().split('\r\n');
    expect(head).toBe('gtin,serial,code,link');
    expect(lines.map((line) => line.split('","')[1])).toEqual(serials.at(0, 250));
    expect(lines[0]).toContain(`(01)${GTIN}(17)281125(10)AH-1(21)`);
    expect(downloads.get('rival', id)).toBeUndefined();
  });

  test.each(['csv', 'zpl', 'svg', 'png', 'pdf'] as const)(
    'after a crash %s goes on where it was, byte for byte',
    async (format) => {
      const whole = await openThem();
      const one = await whole.create(space, specOf(format, 130));
      const expected = await finished(whole, one.id);
      // As a crash leaves it: the cursor after the first part, behind it bytes of the second one.
      const path = join(folder, `${one.id}.json`);
      const begun = await openThem();
      const first = await begun.create(space, specOf(format, 130));
      await begun.close();
      const stopped = begun.get('maker', first.id);
      expect(stopped).toMatchObject({ state: 'running', done: 100 });
      await appendFile(begun.fileOf(first.id), 'half a lab');
      await rm(path);
      const again = await openThem();
      expect((await finished(again, first.id)).equals(expected)).toBe(true);
    },
  );

  test('what was written is counted once, however often it was', async () => {
    const downloads = await openThem();
    for (const [count, firstBlock] of [
      [300, 0],
      [200, 0],
      [500, 1],
    ] as const) {
      await finished(downloads, (await downloads.create(space, specOf('csv', count, firstBlock))).id);
    }
    expect(downloads.printedOf(space.prefix, 0, 1)).toBe(300);
    expect(downloads.printedOf(space.prefix, 0, 2)).toBe(800);
    expect(downloads.printedOf('b'.repeat(64), 0, 2)).toBe(0);
  });

  test('a job that cannot go on says so', async () => {
    const downloads = await openThem();
    const spec = { ...specOf('png', 10), symbol: 'gs1-128', lot: '12345678901234567890' } as const;
    const { id } = await downloads.create(space, spec);
    await writeFile(join(folder, 'other.txt'), '');
    while (downloads.get('maker', id)?.state === 'running') await new Promise((done) => setImmediate(done));
    expect(downloads.get('maker', id)).toMatchObject({ state: 'failed', done: 0 });
  });
});
