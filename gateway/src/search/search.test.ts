import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { storeDocument } from '../api/store-document.js';
import { sampleBatch } from '../testing/sample-batch.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

describe('a search', () => {
  let gateway: TestGateway;
  let cdmo: Actor;
  let rival: Actor;
  let batch: string;
  beforeAll(async () => {
    gateway = await newTestGateway();
    [cdmo, rival] = await Promise.all([gateway.actor('cdmo-production'), gateway.actor('rival-production')]);
    const content = { name: 'Metformin API', product: 'MF-01', lot: 'QT2611-07', specification: 'EP 11' };
    const identity = await storeDocument(cdmo.client, 'a1'.repeat(16), content);
    const payload = await sampleBatch(cdmo.client, { identity });
    batch = payload.batch;
    await cdmo.client.submit(batchActs.register, cdmo.sign(batchActs.register, payload));
  });
  afterAll(() => gateway.remove());

  const keysFor = async (who: Actor, q: string): Promise<readonly string[]> =>
    (await who.client.read('search', {}, { q })).hits.map(({ key }) => key);

  it.each([
    ['its lot', () => 'QT2611-07'],
    ['the lot in other letters, with its product', () => 'metformin qt2611'],
    ['its id', () => batch],
    ['the beginning of its id', () => batch.slice(0, 8)],
    ['its key', () => `batch~${batch}`],
    ['a code that names its lot', () => '(01)06901004000215(10)QT2611-07'],
  ])('finds a batch by %s, for who may see it and for nobody else', async (_, text) => {
    expect(await keysFor(cdmo, text())).toEqual([`batch~${batch}`]);
    expect(await keysFor(rival, text())).toEqual([]);
  });

  it('finds a firm by a part of its name, for everybody', async () => {
    const { enterprise } = await cdmo.client.read('enterprise', { id: cdmo.enterprise });
    const part = enterprise.name.slice(1, 4);
    expect(await keysFor(rival, part)).toContain(`ent~${cdmo.enterprise}`);
    expect(await keysFor(rival, cdmo.enterprise.toUpperCase())).toContain(`ent~${cdmo.enterprise}`);
    expect(await keysFor(rival, '%%')).toEqual([]);
  });

  it('says what a code is and what is wrong with it, whether or not anything is found', async () => {
    const { code, hits } = await cdmo.client.read('search', {}, { q: '(01)06901004000216(21)ABCDEFGHJKLM' });
    expect(code?.what).toBe('pack');
    expect(code?.elements.map(({ ai }) => ai)).toEqual(['01', '21']);
    expect(code?.problems).toContain('checkDigit');
    expect(hits).toEqual([]);
  });

  it('is for who is logged in, and of at least two characters', async () => {
    expect((await fetch(`${gateway.url}/api/search?q=ab`)).status).toBe(401);
    await expect(cdmo.client.read('search', {}, { q: ' a ' })).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
  });

  it('tells how far it looked', async () => {
    const { looked, next } = await cdmo.client.read('search', {}, { q: 'no such thing' });
    expect({ looked, next }).toEqual({ looked: 1, next: null });
  });

  it('goes on behind a cursor with older lots alone', async () => {
    const [newest] = (await cdmo.client.read('batches', {}, {})).batches;
    const q = 'QT2611-07';
    const before = `${String((newest?.block ?? 0) + 1)}~${batch}`;
    const older = await cdmo.client.read('search', {}, { q, cursor: before });
    expect(older.hits.map(({ key }) => key)).toEqual([`batch~${batch}`]);
    const none = await cdmo.client.read('search', {}, { q, cursor: `${String(newest?.block)}~${batch}` });
    expect(none).toMatchObject({ hits: [], looked: 0, next: null });
    const firm = await cdmo.client.read('search', {}, { q: cdmo.enterprise, cursor: before });
    expect(firm.hits).toEqual([]);
  });

  it('refuses a cursor that it did not give', async () => {
    await expect(cdmo.client.read('search', {}, { q: 'lot', cursor: '1~x' })).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
  });
});
