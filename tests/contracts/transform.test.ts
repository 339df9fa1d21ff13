import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import {
  acceptedParcels,
  acceptGoods,
  closingPayload,
  registeredLot,
  registeredOutput,
  releasedLot,
  reviewBatch,
  testBatch,
  transformPayload,
  type Goods,
} from '../support/goods.js';
import { digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { transform, hold, reject, releaseFromSite } = ACTS.Batch;
const reason = digest('reason');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

const make = (payload: Record<string, unknown>): Promise<string> =>
  stage.send('makerProduction', transform, payload);
const lineOf = ({ batch, unit, site }: Goods, change: Record<string, unknown> = {}): object => ({
  batch,
  quantity: '100',
  unit,
  site,
  kind: 'use',
  ...change,
});
const parcelsOf = async (batch: string): Promise<readonly Record<string, unknown>[]> => {
  const parcels = await stage.network.state.records('parcel~');
  return [...parcels.values()].filter((parcel) => parcel['batch'] === batch);
};

describe('a transform takes only what may be used', () => {
  const inputs: readonly (readonly [string, () => Promise<Goods>, string])[] = [
    ['not released', async () => acceptGoods(stage, await registeredLot(stage)), 'BATCH_NOT_RELEASED'],
    [
      'rejected',
      async () => {
        const goods = await acceptedParcels(stage);
        await stage.must('makerQuality', reject, { batch: goods.batch, reason });
        return goods;
      },
      'BATCH_NOT_RELEASED',
    ],
    [
      'on hold',
      async () => {
        const goods = await acceptedParcels(stage);
        await stage.must('makerQuality', hold, { batch: goods.batch, reason, parcel: null });
        return goods;
      },
      'BATCH_HELD',
    ],
    ['still in quarantine on the shelf', () => releasedLot(stage), 'PARCELS_INSUFFICIENT'],
    ['less than wanted', () => acceptedParcels(stage, { quantity: '99.9' }), 'PARCELS_INSUFFICIENT'],
    ["on another's shelf", () => acceptedParcels(stage, { firm: 'cdmo' }), 'PARCELS_INSUFFICIENT'],
  ];
  test.each(inputs)('%s', async (_, build, code) => {
    expect(await make(transformPayload(await registeredOutput(stage), await build()))).toBe(code);
  });

  test('of a batch that is known', async () => {
    const unknown = { ...(await acceptedParcels(stage)), batch: digest('unknown') };
    expect(await make(transformPayload(await registeredOutput(stage), unknown))).toBe('BATCH_NOT_FOUND');
  });
});

describe('a transform is refused', () => {
  let input: Goods;
  beforeAll(async () => {
    input = await acceptedParcels(stage);
  });
  const changes: readonly (readonly [string, () => Record<string, unknown>, string])[] = [
    ['in another unit than registered', () => ({ unit: 'KGM' }), 'UNIT_MISMATCH'],
    ['in another unit of the input', () => ({ inputs: [lineOf(input, { unit: 'GRM' })] }), 'UNIT_MISMATCH'],
    [
      'as rework without approval',
      () => ({ inputs: [lineOf(input, { kind: 'rework' })] }),
      'REWORK_NOT_APPROVED',
    ],
    [
      'as reprocessing without approval',
      () => ({ inputs: [lineOf(input, { kind: 'reprocess' })] }),
      'REWORK_NOT_APPROVED',
    ],
    ['of one batch twice', () => ({ inputs: [lineOf(input), lineOf(input)] }), 'INPUT_INVALID'],
    ['of nothing', () => ({ inputs: [] }), 'INPUT_INVALID'],
    ['into nothing', () => ({ quantity: '0' }), 'INPUT_INVALID'],
    ['of a negative quantity', () => ({ inputs: [lineOf(input, { quantity: '-1' })] }), 'INPUT_INVALID'],
    ['with limits upside down', () => ({ yieldLimits: { lower: 2, upper: 1 } }), 'INPUT_INVALID'],
    ['as a receipt', () => ({ inputs: [lineOf(input, { kind: 'receipt' })] }), 'INPUT_INVALID'],
  ];
  test.each(changes)('%s', async (_, change, code) => {
    expect(await make(transformPayload(await registeredOutput(stage), input, change()))).toBe(code);
  });

  test.each(['blend', 'split', 'rework', 'reprocess', 'relabel'])(
    'as %s into goods that last longer than the input',
    async (kind) => {
      const output = await registeredOutput(stage, { change: { usableUntil: '2028-11-02' } });
      const inputs = [lineOf(input, { kind })];
      expect(await make(transformPayload(output, input, { inputs, approval: reason }))).toBe(
        'BATCH_DATE_WRONG',
      );
    },
  );

  test('a second time', async () => {
    const output = await registeredOutput(stage);
    expect(await make(transformPayload(output, input))).toBe('VALID');
    expect(await make(transformPayload(output, input))).toBe('STATE_WRONG');
  });
});

describe('a transform', () => {
  test('spends inputs, makes the output in quarantine and ties them together from both ends', async () => {
    const [first, second] = [await acceptedParcels(stage), await acceptedParcels(stage)];
    const output = await registeredOutput(stage);
    const inputs = [lineOf(first), lineOf(second, { quantity: '1000', kind: 'recovery' })];
    expect(await make(transformPayload(output, first, { inputs }))).toBe('VALID');
    const { state } = stage.network;
    const unspent = (await parcelsOf(first.batch)).filter(({ spentBy }) => spentBy === null);
    expect(unspent.map(({ quantity, status }) => [quantity, status])).toEqual([['900', 'acceptable']]);
    expect((await parcelsOf(second.batch)).filter(({ spentBy }) => spentBy === null)).toEqual([]);
    expect(await parcelsOf(output.batch)).toMatchObject([
      { quantity: '10000', unit: 'H87', status: 'quarantine', holder: 'maker', site: output.site },
    ]);
    expect([...(await state.records(`edge~b~${output.batch}~`)).values()]).toHaveLength(2);
    expect(await state.record(`edge~f~${second.batch}~${output.batch}`)).toMatchObject({ kind: 'recovery' });
    expect(await state.record(`batch~${output.batch}`)).toMatchObject({ disposition: 'quarantine' });
  });

  test('as rework with approval, no fresher than its input, is VALID', async () => {
    const input = await acceptedParcels(stage);
    const inputs = [lineOf(input, { kind: 'rework' })];
    const output = await registeredOutput(stage);
    expect(await make(transformPayload(output, input, { inputs, approval: reason }))).toBe('VALID');
  });

  /** 10,000 theoretical, limits 90.00 % to 102.00 %. */
  test.each([
    ['9000', false],
    ['10200', false],
    ['8999', true],
    ['10201', true],
  ])('that yields %s opens a deviation: %s', async (quantity, deviates) => {
    const output = await registeredOutput(stage, { quantity });
    const payload = transformPayload(output, await acceptedParcels(stage), { theoretical: '10000' });
    const { cmd } = await stage.must('makerProduction', transform, payload);
    const { batch } = output;
    const deviation = await stage.network.state.record(`qa~${batch}~${cmd}`);
    expect(deviation?.['deviation']).toBe(deviates ? 'yield' : undefined);
    await testBatch(stage, output);
    await reviewBatch(stage, output);
    expect(await stage.send('makerQp', releaseFromSite, { batch })).toBe(
      deviates ? 'DEVIATION_OPEN' : 'VALID',
    );
    if (!deviates) return;
    await stage.must('makerQuality', ACTS.Quality.close, closingPayload(output, cmd));
    expect(await stage.send('makerQp', releaseFromSite, { batch })).toBe('VALID');
  });
});
