import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import {
  closingPayload,
  deviationPayload,
  madeBatch,
  registeredLot,
  resultPayload,
  samplePayload,
  testBatch,
} from '../support/goods.js';
import { digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { sample, result, openDeviation, close } = ACTS.Quality;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

const quantityOf = async (batch: string): Promise<unknown> =>
  [...(await stage.network.state.records('parcel~')).values()].find(
    (parcel) => parcel['batch'] === batch && parcel['spentBy'] === null,
  )?.['quantity'];

describe('a sample', () => {
  test('out of stock leaves the stock', async () => {
    const goods = await registeredLot(stage);
    expect(await stage.send('makerAnalyst', sample, samplePayload(goods, { site: goods.site }))).toBe(
      'VALID',
    );
    expect(await quantityOf(goods.batch)).toBe('999.5');
  });
  test('out of the process does not touch the stock', async () => {
    const goods = await registeredLot(stage);
    expect(await stage.send('makerAnalyst', sample, samplePayload(goods))).toBe('VALID');
    expect(await quantityOf(goods.batch)).toBe('1000');
  });

  const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['in another unit', { unit: 'GRM' }, 'UNIT_MISMATCH'],
    ['of nothing', { quantity: '0' }, 'INPUT_INVALID'],
    ['of an unknown batch', { batch: digest('unknown') }, 'BATCH_NOT_FOUND'],
    ['with a label that could be read', { sample: 'S-1' }, 'INPUT_INVALID'],
  ];
  test.each(refusals)('%s is refused', async (_, change, code) => {
    const payload = samplePayload(await registeredLot(stage), change);
    expect(await stage.send('makerAnalyst', sample, payload)).toBe(code);
  });
  test('of more than there is is refused', async () => {
    const goods = await registeredLot(stage);
    const payload = samplePayload(goods, { site: goods.site, quantity: '1001' });
    expect(await stage.send('makerAnalyst', sample, payload)).toBe('PARCELS_INSUFFICIENT');
  });
});

describe('a result', () => {
  test('of a sample that is none is refused', async () => {
    const payload = resultPayload(await registeredLot(stage), digest('none'));
    expect(await stage.send('makerAnalyst', result, payload)).toBe('SUBJECT_NOT_FOUND');
  });
  test('of a sample of another batch is refused', async () => {
    const { sample: taken } = await testBatch(stage, await registeredLot(stage));
    const payload = resultPayload(await registeredLot(stage), taken);
    expect(await stage.send('makerAnalyst', result, payload)).toBe('SUBJECT_NOT_FOUND');
  });
  test('is no sample', async () => {
    const goods = await registeredLot(stage);
    const payload = resultPayload(goods, (await testBatch(stage, goods)).result);
    expect(await stage.send('makerAnalyst', result, payload)).toBe('SUBJECT_NOT_FOUND');
  });
  test('captured four days ago is recorded and needs a review', async () => {
    const goods = await registeredLot(stage);
    const { sample: taken } = await testBatch(stage, goods);
    const capturedAt = new Date(Date.now() - 4 * 24 * 3_600_000).toISOString();
    const sent = stage.send('makerAnalyst', result, resultPayload(goods, taken), { capturedAt });
    expect(await sent).toBe('deviating FACT_LATE');
  });
});

describe('a deviation', () => {
  test('is about a result, when it is about anything', async () => {
    const goods = await registeredLot(stage);
    const { sample: taken, result: found } = await testBatch(stage, goods);
    const open = (about: string): Promise<string> =>
      stage.send('makerAnalyst', openDeviation, deviationPayload(goods, { about }));
    expect([await open(found), await open(taken)]).toEqual(['VALID', 'SUBJECT_NOT_FOUND']);
  });
  test('of a kind that is none is refused', async () => {
    const payload = deviationPayload(await registeredLot(stage), { deviation: 'mishap' });
    expect(await stage.send('makerAnalyst', openDeviation, payload)).toBe('INPUT_INVALID');
  });
});

describe('closing', () => {
  test('is done once', async () => {
    const goods = await registeredLot(stage);
    const { cmd } = await stage.must('makerAnalyst', openDeviation, deviationPayload(goods));
    expect(await stage.send('makerQp', close, closingPayload(goods, cmd))).toBe('VALID');
    expect(await stage.send('makerQp', close, closingPayload(goods, cmd, 'reject'))).toBe('STATE_WRONG');
  });
  test('a result that passed is refused', async () => {
    const goods = await registeredLot(stage);
    const { result: passed } = await testBatch(stage, goods);
    expect(await stage.send('makerQp', close, closingPayload(goods, passed))).toBe('STATE_WRONG');
  });
  test('a sample, or what is not there, is refused', async () => {
    const goods = await registeredLot(stage);
    const { sample: taken } = await testBatch(stage, goods);
    for (const record of [taken, digest('none')]) {
      expect(await stage.send('makerQp', close, closingPayload(goods, record))).toBe('SUBJECT_NOT_FOUND');
    }
  });
  test("is open to the MAH's quality for what its CDMO made", async () => {
    const goods = await madeBatch(stage, { firm: 'cdmo' });
    const { cmd } = await stage.must('cdmoAnalyst', openDeviation, deviationPayload(goods));
    expect(await stage.send('makerQuality', close, closingPayload(goods, cmd))).toBe('VALID');
  });
});
