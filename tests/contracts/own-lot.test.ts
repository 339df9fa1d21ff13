import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN } from '../support/cast.js';
import { bookingPayload, ownLotOf, soldDelivery } from '../support/deliveries.js';
import { acceptGoods, releaseGoods, type Goods } from '../support/goods.js';
import { digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { receive, use } = ACTS.Stock;
const { releaseFromSite, reject } = ACTS.Batch;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

const unspentOf = async (batch: string): Promise<readonly Record<string, unknown>[]> =>
  [...(await stage.network.state.records('parcel~')).values()].filter(
    (parcel) => parcel['batch'] === batch && parcel['spentBy'] === null,
  );
const lotAtMaker = (batch: string): Goods => ({
  firm: 'maker',
  batch,
  quantity: '40',
  unit: 'KGM',
  site: MAKER_GLN,
});

test("a delivery becomes the receiver's own lot, which its own quality releases before it is used", async () => {
  const delivery = await soldDelivery(stage);
  const own = await ownLotOf(stage, delivery);
  expect(await stage.send('makerKeeper', receive, bookingPayload(delivery, own))).toBe('VALID');
  expect(await unspentOf(own)).toMatchObject([{ quantity: '40', owner: 'maker', holder: 'maker' }]);
  const ofSupplier = await unspentOf(delivery.goods.batch);
  expect(ofSupplier.map(({ quantity, holder }) => [quantity, holder])).toEqual([['960', 'supplier']]);
  const goods = await acceptGoods(stage, lotAtMaker(own));
  const { batch, site, unit, quantity } = goods;
  const consumption = { holder: 'maker', batch, site, unit, quantity, consumption: 'lineTrial' };
  expect(await stage.send('makerProduction', use, consumption)).toBe('BATCH_NOT_RELEASED');
  await releaseGoods(stage, goods);
  expect(await stage.send('makerProduction', use, consumption)).toBe('VALID');
});

test('an own lot is not released once its supplier has rejected the batch', async () => {
  const delivery = await soldDelivery(stage);
  const own = await ownLotOf(stage, delivery);
  await stage.must('makerKeeper', receive, bookingPayload(delivery, own));
  await stage.must('supplierQp', reject, { batch: delivery.goods.batch, reason: digest('why') });
  expect(await stage.send('makerQp', releaseFromSite, { batch: own })).toBe('INPUT_NOT_RELEASED');
});

test('goods are not booked into the own lot of another delivery', async () => {
  const [delivery, other] = [await soldDelivery(stage), await soldDelivery(stage)];
  const own = await ownLotOf(stage, other);
  expect(await stage.send('makerKeeper', receive, bookingPayload(delivery, own))).toBe('BATCH_ORIGIN_WRONG');
});

test('without an own lot the batch keeps its name', async () => {
  const delivery = await soldDelivery(stage);
  expect(await stage.send('makerKeeper', receive, bookingPayload(delivery, null))).toBe('VALID');
  const atMaker = (await unspentOf(delivery.goods.batch)).filter(({ holder }) => holder === 'maker');
  expect(atMaker).toMatchObject([{ quantity: '40', owner: 'maker', shipment: null }]);
});
