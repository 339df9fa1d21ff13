import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, MAKER_GLN } from '../support/cast.js';
import { receivePayload } from '../support/goods.js';
import { freshId } from '../support/payloads.js';
import { arrivedShipment, receivedShipment, refusedShipment, type Underway } from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { receive, inspect } = ACTS.Stock;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

const send = (underway: Underway, change: Record<string, unknown> = {}): Promise<string> =>
  stage.send('wholesalerKeeper', receive, receivePayload(underway, change));
const heldBy = async (holder: string, { lot }: Underway): Promise<readonly Record<string, unknown>[]> => {
  const parcels = [...(await stage.network.state.records('parcel~')).values()];
  return parcels.filter(
    (parcel) => parcel['batch'] === lot.batch && parcel['spentBy'] === null && parcel['holder'] === holder,
  );
};

describe('goods of a received shipment', () => {
  test('come into stock, in quarantine, booked in by a person', async () => {
    const underway = await receivedShipment(stage);
    expect(await send(underway)).toBe('VALID');
    const { person } = stage.actor('wholesalerKeeper');
    expect(await heldBy('wholesaler', underway)).toMatchObject([
      {
        quantity: '40',
        status: 'quarantine',
        shipment: null,
        receivedBy: person,
        site: FIRMS.wholesaler.gln,
      },
    ]);
  });

  test('are inspected by another person than who booked them in', async () => {
    const underway = await receivedShipment(stage);
    await stage.must('wholesalerReceiving', receive, receivePayload(underway));
    const { shipment: _, into: __, ...shelf } = receivePayload(underway);
    const payload = { ...shelf, status: 'quarantine', result: 'acceptable' };
    expect(await stage.send('wholesalerReceiving', inspect, payload)).toBe('PERSON_INVOLVED');
    expect(await stage.send('wholesalerQuality', inspect, payload)).toBe('VALID');
  });

  test('are not on the shelf before', async () => {
    const underway = await receivedShipment(stage);
    const { shipment: _, into: __, ...shelf } = receivePayload(underway);
    const payload = { ...shelf, status: 'quarantine', result: 'acceptable' };
    expect(await stage.send('wholesalerReceiving', inspect, payload)).toBe('PARCELS_INSUFFICIENT');
  });

  test('are booked in once', async () => {
    const underway = await receivedShipment(stage);
    await send(underway);
    expect(await send(underway)).toBe('disputed PARCELS_INSUFFICIENT');
    expect(await heldBy('wholesaler', underway)).toHaveLength(1);
  });
});

describe('receiving', () => {
  test.each([
    ['before the hand-over', arrivedShipment],
    ['after a refusal', refusedShipment],
  ])('%s is a dispute and changes nothing', async (_, build) => {
    const underway = await build(stage);
    const shipment = await stage.network.state.hashOf(`ship~${underway.shipment}`);
    expect(await send(underway)).toBe('disputed STATE_WRONG');
    expect(await heldBy('wholesaler', underway)).toEqual([]);
    expect(await stage.network.state.hashOf(`ship~${underway.shipment}`)).toBe(shipment);
  });

  const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['of a shipment that is none', { shipment: freshId() }, 'SUBJECT_NOT_FOUND'],
    ["at another's site", { site: MAKER_GLN }, 'SITE_NOT_FOUND'],
    ['in another unit', { unit: 'GRM' }, 'UNIT_MISMATCH'],
    ['into a lot that is none', { into: freshId() }, 'BATCH_NOT_FOUND'],
    ['more than arrived', { quantity: '41' }, 'disputed PARCELS_INSUFFICIENT'],
  ];
  test.each(refusals)('%s is refused', async (_, change, code) => {
    expect(await send(await receivedShipment(stage), change)).toBe(code);
  });

  test('to somebody else is refused', async () => {
    const underway = await receivedShipment(stage);
    const payload = receivePayload(underway, { holder: 'maker', site: MAKER_GLN });
    expect(await stage.send('makerKeeper', receive, payload)).toBe('PARTY_NOT_CONCERNED');
  });
});
