import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS } from '../support/cast.js';
import { inspectPayload, receivePayload, type Goods } from '../support/goods.js';
import { custodyPayload } from '../support/shipments.js';
import { Stage } from '../support/stage.js';
import { disposal, excursion, type Episode } from '../support/telemetry.js';

const { receive, inspect } = ACTS.Stock;
const { dispose } = ACTS.Telemetry;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

/** A load with an excursion, at the door of `wholesaler`. */
const warmDelivery = async (): Promise<Episode> => {
  const found = await excursion(stage);
  const { shipment, lot } = found;
  await stage.must('carrierDriver', ACTS.Shipment.arrive, { shipment, site: FIRMS.wholesaler.gln });
  const cosigners = [stage.actor('wholesalerReceiving')];
  await stage.must('carrierDriver', ACTS.Shipment.receive, custodyPayload(shipment, lot), { cosigners });
  return found;
};
const inspection = ({ lot }: Episode, change: Record<string, unknown>): Record<string, unknown> => {
  const goods: Goods = {
    firm: 'maker',
    batch: lot.batch,
    quantity: '40',
    unit: 'KGM',
    site: FIRMS.wholesaler.gln,
  };
  return inspectPayload(goods, { holder: 'wholesaler', ...change });
};

test("booked in while pending, the goods wait for the MAH's disposition", async () => {
  const found = await warmDelivery();
  expect(await stage.send('wholesalerKeeper', receive, receivePayload(found))).toBe('VALID');
  const accept = inspection(found, { status: 'pending', result: 'acceptable' });
  expect(await stage.send('wholesalerQuality', inspect, accept)).toBe('LOAD_PENDING');
  await stage.must('makerQuality', dispose, disposal(found));
  expect(await stage.send('wholesalerQuality', inspect, accept)).toBe('VALID');
});

test('booked in while pending, they may be found unacceptable at once', async () => {
  const found = await warmDelivery();
  await stage.must('wholesalerKeeper', receive, receivePayload(found));
  const scrap = inspection(found, { status: 'pending', result: 'unacceptable' });
  expect(await stage.send('wholesalerQuality', inspect, scrap)).toBe('VALID');
});

test('cleared before they are booked in, they wait for their inspection', async () => {
  const found = await warmDelivery();
  await stage.must('makerQuality', dispose, disposal(found));
  await stage.must('wholesalerKeeper', receive, receivePayload(found));
  const accept = inspection(found, { status: 'quarantine', result: 'acceptable' });
  expect(await stage.send('wholesalerReceiving', inspect, accept)).toBe('VALID');
});

test('a load that the MAH rejects stays pending', async () => {
  const found = await warmDelivery();
  await stage.must('wholesalerKeeper', receive, receivePayload(found));
  await stage.must('makerQuality', dispose, disposal(found, { outcome: 'reject' }));
  const accept = inspection(found, { status: 'pending', result: 'acceptable' });
  expect(await stage.send('wholesalerQuality', inspect, accept)).toBe('LOAD_PENDING');
});
