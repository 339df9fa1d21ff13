import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const GTIN = '06901004000215';
const RIVALS_GTIN = '06901005000214';

describe('codes are applied for, reserved and issued', () => {
  let gateway: TestGateway;
  let maker: Actor;
  let rival: Actor;
  const apply = (actor: Actor, count: number, scheme?: 'digits12') => {
    const gtin = actor === rival ? RIVALS_GTIN : GTIN;
    return actor.client.call('codeApplication', { gtin, count, ...(scheme && { scheme }) });
  };
  const reserve = async (actor: Actor, count: number, scheme?: 'digits12') => {
    const application = await apply(actor, count, scheme);
    await actor.client.submit(codeActs.reserve, actor.sign(codeActs.reserve, application.reserve));
    return application.reserve;
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    [maker, rival] = await Promise.all([
      gateway.actor('maker-production'),
      gateway.actor('rival-production'),
    ]);
  });
  afterAll(() => gateway.remove());

  test('nothing is told of what is not reserved', async () => {
    const wanted = { gtin: GTIN, firstBlock: 0, blocks: 1, count: 1 };
    await expect(maker.client.call('codeList', wanted)).rejects.toMatchObject({
      code: 'CODE_BLOCK_UNUSABLE',
    });
  });

  test('nobody applies for, lists or prints under the company prefix of another', async () => {
    const wanted = { gtin: GTIN, firstBlock: 0, blocks: 1, count: 1 };
    const { client } = rival;
    for (const attempt of [
      () => client.call('codeApplication', { gtin: GTIN, count: 1 }),
      () => client.call('codeList', wanted),
      () => client.call('codeDownload', { ...wanted, format: 'csv' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'PREFIX_FOREIGN' });
    }
  });

  test('a second code is kept as it is, to be shown to the peers; what is none is refused', async () => {
    const text = '81234567890123456789';
    const { alias } = await maker.client.call('secondCode', { text });
    expect(Buffer.from((await gateway.services.vault.sealed(alias)) ?? []).toString()).toBe(text);
    const product = maker.client.call('secondCode', { text: `01${GTIN}` });
    await expect(product).rejects.toMatchObject({ code: 'CODE_ALIAS_UNFIT' });
  });

  test('an application leads to whole blocks after those that are reserved, and prints the chance of a guess', async () => {
    const first = await apply(maker, 2_001);
    expect(first).toMatchObject({ codes: 3_000, reserve: { firstBlock: 0, blocks: 3, keyVersion: 1 } });
    expect(first.guessRateAt1e8).toBeLessThanOrEqual(1e-9);
    await reserve(maker, 2_001);
    expect((await apply(maker, 1)).reserve).toMatchObject({ firstBlock: 3, blocks: 1 });
    expect((await apply(maker, 1, 'digits12')).reserve.firstBlock).toBe(0);
    expect((await apply(maker, 1, 'digits12')).guessRateAt1e8).toBeCloseTo(1e-4);
  });

  test('what two have applied for, one gets', async () => {
    const { reserve: wanted } = await apply(maker, 1_000);
    await maker.client.submit(codeActs.reserve, maker.sign(codeActs.reserve, wanted));
    const late = maker.client.submit(codeActs.reserve, maker.sign(codeActs.reserve, wanted));
    await expect(late).rejects.toMatchObject({ code: 'CODE_BLOCK_RESERVED' });
  });

  test('serials are unique over all blocks, and another firm has others', async () => {
    const wanted = { gtin: GTIN, firstBlock: 0, blocks: 4, count: 4_000 };
    const { serials } = await maker.client.call('codeList', wanted);
    expect(new Set(serials).size).toBe(4_000);
    expect(
      await maker.client.call('codeList', { ...wanted, firstBlock: 1, blocks: 1, count: 2 }),
    ).toMatchObject({
      serials: serials.slice(1_000, 1_002),
    });
    await expect(maker.client.call('codeList', { ...wanted, count: 4_001 })).rejects.toMatchObject({
      code: 'CODE_COUNT_EXCEEDED',
    });
    await reserve(rival, 1_000);
    const own = { ...wanted, gtin: RIVALS_GTIN, blocks: 1, count: 1_000 };
    const others = new Set((await rival.client.call('codeList', own)).serials);
    expect(serials.filter((each) => others.has(each))).toEqual([]);
  });

  test('a serial leads to the block that it was issued in, a random one nowhere', async () => {
    const { issuing } = gateway.services;
    const wanted = { gtin: GTIN, firstBlock: 2, blocks: 1, count: 10 };
    const { serials } = await maker.client.call('codeList', wanted);
    expect(await issuing.find(GTIN, serials[9] ?? '')).toMatchObject({
      place: 2_009,
      block: { enterprise: maker.enterprise, block: 2 },
    });
    expect(await issuing.find(GTIN, 'ABCDEFGHJKLM')).toBeUndefined();
  });

  test('ranges add up, one firm sees its own', async () => {
    const { ranges, sums } = await maker.client.read('codeRanges', {});
    expect(ranges).toMatchObject([{ gtin: GTIN, firstBlock: 0, blocks: 4, commission: null }]);
    expect(sums).toEqual({
      ...{ reserved: 4_000, free: 4_000, used: 0, rejected: 0, destroyed: 0, unused: 0 },
      ...{ printed: 0, unprinted: 4_000 },
    });
    expect((await rival.client.read('codeRanges', {})).sums.reserved).toBe(1_000);
  });

  test('a list is downloaded by who reserved it, and counts as printed', async () => {
    const wanted = { gtin: GTIN, firstBlock: 1, blocks: 2, count: 1_500, format: 'csv' } as const;
    await expect(maker.client.call('codeDownload', { ...wanted, firstBlock: 9 })).rejects.toMatchObject({
      code: 'CODE_BLOCK_UNUSABLE',
    });
    const { id } = await maker.client.call('codeDownload', wanted);
    const stateOf = async () => (await maker.client.read('codeDownloads', {})).downloads[0]?.state;
    while ((await stateOf()) === 'running');
    const file = (token: string): Promise<Response> =>
      fetch(`${gateway.url}/api/codes/downloads/${id}/file`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await (await file(maker.token)).text()).trim().split('\r\n')).toHaveLength(1_501);
    expect((await file(rival.token)).status).toBe(404);
    expect((await rival.client.read('codeDownloads', {})).downloads).toEqual([]);
    expect((await maker.client.read('codeRanges', {})).sums).toMatchObject({
      printed: 1_500,
      unprinted: 2_500,
    });
  });
});
