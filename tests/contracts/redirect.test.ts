import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, SUPPLIER_GLN } from '../support/cast.js';
import { receivePayload } from '../support/goods.js';
import { offerPayload } from '../support/offers.js';
import { digest, freshGln, freshId } from '../support/payloads.js';
import {
  arrivedShipment,
  custodyPayload,
  loadPayload,
  loadedShipment,
  parcelsOf,
  redirectPayload,
  refusedShipment,
  shipmentInTransit,
  shipmentPayload,
  type Underway,
} from '../support/shipments.js';
import { Stage } from '../support/stage.js';
import { excursion } from '../support/telemetry.js';

const { create, load, redirect, handOver, arrive, receive, refuse, offer } = ACTS.Shipment;
const A = FIRMS.wholesaler.gln;
const MAX_REDIRECTS = 8;
type Payload = Record<string, unknown>;

let stage: Stage;
/** Another site of the consignee. */
let b: string;
beforeAll(async () => {
  stage = await Stage.enter();
  b = String((await redirectPayload(stage, ''))['to']);
}, 60_000);
afterAll(() => stage.network.close());

const now = (): string => new Date().toISOString();
const ship = async ({ shipment }: Underway): Promise<Payload> =>
  (await stage.network.state.record(`ship~${shipment}`)) ?? {};
const send = ({ shipment }: Underway, change: Payload = {}): Promise<string> =>
  stage.send('makerKeeper', redirect, { shipment, to: b, reason: 'siteFull', ...change });
/** Sends it elsewhere. @returns the last moment before, which the machine may have been too fast to see */
const sendAway = async (underway: Underway): Promise<string> => {
  await send(underway);
  const { redirects } = (await ship(underway)) as { redirects: readonly { at: string }[] };
  return new Date(Date.parse(redirects.at(-1)?.at ?? '') - 1).toISOString();
};
const arriveAt = ({ shipment }: Underway, site: string, capturedAt = now()): Promise<string> =>
  stage.send('carrierDriver', arrive, { shipment, site }, { capturedAt });
const atDoor = (capturedAt = now()) => ({ cosigners: [stage.actor('wholesalerReceiving')], capturedAt });
const refusalOf = ({ shipment }: Underway): Payload => ({
  shipment,
  reason: 'papers',
  evidence: digest('papers'),
});
const refuseAt = (underway: Underway, capturedAt?: string): Promise<string> =>
  stage.send('carrierDriver', refuse, refusalOf(underway), atDoor(capturedAt));
const receiveAt = ({ shipment, lot }: Underway, quantity: string, capturedAt?: string): Promise<string> => {
  const counted = [{ batch: lot.batch, quantity }];
  return stage.send('carrierDriver', receive, custodyPayload(shipment, lot, { counted }), atDoor(capturedAt));
};

describe('a load that is sent to another site', () => {
  test('keeps its arrival and its refusal with the redirect, and is received at the new site', async () => {
    const underway = await refusedShipment(stage);
    const { arrival, refusal } = await ship(underway);
    expect(await send(underway, { reason: 'refused' })).toBe('VALID');
    expect(await ship(underway)).toMatchObject({
      ...{ state: 'inTransit', to: b, holder: 'carrier', arrival: null, refusal: null },
      redirects: [{ from: A, to: b, reason: 'refused', arrival, refusal }],
    });
    expect(await parcelsOf(stage, underway.shipment)).toMatchObject([{ holder: 'carrier', site: null }]);
    expect(await arriveAt(underway, b)).toBe('VALID');
    expect(await receiveAt(underway, '40')).toBe('VALID');
    expect(await ship(underway)).toMatchObject({ state: 'received', to: b, arrival: { site: b } });
    expect(await parcelsOf(stage, underway.shipment)).toMatchObject([{ holder: 'wholesaler', site: b }]);
  });

  test('is refused and sent on once more; no refusal is lost', async () => {
    const underway = await refusedShipment(stage);
    await send(underway);
    expect(await refuseAt(underway)).toBe('VALID');
    expect(await send(underway, { to: A })).toBe('VALID');
    expect(await ship(underway)).toMatchObject({
      to: A,
      redirects: [{ refusal: { reason: 'damaged' } }, { refusal: { reason: 'papers' } }],
    });
  });

  test('is what was left of a part; the part is booked in where it was received', async () => {
    const underway = await arrivedShipment(stage);
    await receiveAt(underway, '30');
    expect(await send(underway)).toBe('VALID');
    const booking = { quantity: '30', site: A };
    const book = (change: Payload): Promise<string> =>
      stage.send('wholesalerKeeper', ACTS.Stock.receive, receivePayload(underway, { ...booking, ...change }));
    expect(await book({ quantity: '40' })).toBe('disputed PARCELS_INSUFFICIENT');
    expect(await book({})).toBe('VALID');
    expect(await receiveAt(underway, '10')).toBe('VALID');
    expect(await parcelsOf(stage, underway.shipment)).toMatchObject([{ quantity: '10', site: b }]);
  });

  test('stays in doubt after an excursion', async () => {
    const found = await excursion(stage);
    expect(await send(found)).toBe('VALID');
    expect(await ship(found)).toMatchObject({ state: 'inTransit', condition: 'pending' });
  });

  test('no longer comes home on the return that was announced', async () => {
    const { shipment, lot } = await refusedShipment(stage);
    const home = { consignor: 'carrier', from: FIRMS.carrier.gln, consignee: 'maker', returns: shipment };
    const way = { ...home, to: FIRMS.maker.gln, purpose: 'returnToSupplier' };
    const back = shipmentPayload(lot.batch, way);
    await stage.must('carrierDispatch', create, back);
    await send({ shipment, lot });
    const payload = loadPayload(String(back['shipment']), lot, { site: null, returns: shipment, grants: [] });
    expect(await stage.send('carrierDispatch', load, payload)).toBe('SHIPMENT_RETURN_WRONG');
  });
});

describe('a redirect is refused', () => {
  test.each<readonly [string, () => Payload, string]>([
    ['to where the load goes already', () => ({ to: A }), 'SHIPMENT_SITE_SAME'],
    ['to a site that is none', () => ({ to: freshGln() }), 'SITE_NOT_FOUND'],
    ['to a site of another firm', () => ({ to: SUPPLIER_GLN }), 'SITE_NOT_FOUND'],
    ['of a shipment that is none', () => ({ shipment: freshId() }), 'SHIPMENT_NOT_FOUND'],
    ['for no reason of the table', () => ({ reason: 'mood' }), 'INPUT_INVALID'],
  ])('%s', async (_, change, code) => {
    const underway = await shipmentInTransit(stage);
    const before = await ship(underway);
    expect(await send(underway, change())).toBe(code);
    expect(await ship(underway)).toEqual(before);
  });

  test('to who signs for another firm than the consignor', async () => {
    const { shipment } = await shipmentInTransit(stage);
    const payload = { shipment, to: b, reason: 'siteFull' };
    for (const name of ['carrierDispatch', 'wholesalerKeeper', 'rivalAll'] as const) {
      expect([name, await stage.send(name, redirect, payload)]).toEqual([name, 'ENTERPRISE_FOREIGN']);
    }
  });

  test('after eight', async () => {
    const underway = await shipmentInTransit(stage);
    for (let turn = 0; turn < MAX_REDIRECTS; turn += 1) await send(underway, { to: turn % 2 === 0 ? b : A });
    expect(await send(underway)).toBe('SHIPMENT_REDIRECTS_TOO_MANY');
  });
});

describe('a fact about a load that was sent elsewhere', () => {
  /** Captured before the consignor sent the load elsewhere; told afterwards. */
  const sentElsewhere = async (): Promise<readonly [underway: Underway, before: string]> => {
    const underway = await shipmentInTransit(stage);
    return [underway, await sendAway(underway)];
  };

  test.each<readonly [string, (underway: Underway, before: string) => Promise<string>, Payload]>([
    [
      'an arrival from before stays with the redirect',
      (underway, before) => arriveAt(underway, A, before),
      { state: 'inTransit', to: '', arrival: null, redirects: [{ arrival: { site: A } }] },
    ],
    [
      'an arrival where the load was sent before, the driver not knowing it',
      (underway) => arriveAt(underway, A),
      { state: 'inTransit', arrival: null, redirects: [{ arrival: { site: A } }] },
    ],
    [
      'an arrival where the load is sent now',
      (underway) => arriveAt(underway, b),
      { state: 'arrived', arrival: { site: '' }, redirects: [{ arrival: null }] },
    ],
    [
      'a refusal from before stays with the redirect',
      refuseAt,
      { state: 'inTransit', refusal: null, redirects: [{ refusal: { reason: 'papers' } }] },
    ],
    [
      'a refusal from afterwards',
      (underway) => refuseAt(underway),
      { state: 'refused', refusal: { reason: 'papers' }, redirects: [{ refusal: null }] },
    ],
    [
      'a receipt from before, at the site of then',
      (underway, before) => receiveAt(underway, '40', before),
      { state: 'received', to: A, redirects: [{ from: A }] },
    ],
    [
      'a receipt of a part from before: the rest is on its way to the new site',
      (underway, before) => receiveAt(underway, '30', before),
      { state: 'inTransit', to: '', redirects: [{ from: A }] },
    ],
  ])('%s', async (_, tell, expected) => {
    const [underway, before] = await sentElsewhere();
    expect(await tell(underway, before)).toMatch(/^(VALID|deviating SHIPMENT_COUNT_DIFFERS)$/);
    const filled = JSON.parse(JSON.stringify(expected).replaceAll('""', `"${b}"`)) as Payload;
    expect(await ship(underway)).toMatchObject(filled);
  });

  test('a receipt from before leaves the goods at the site of then', async () => {
    const [underway, before] = await sentElsewhere();
    await receiveAt(underway, '30', before);
    await receiveAt(underway, '10');
    expect(await parcelsOf(stage, underway.shipment)).toMatchObject([
      { quantity: '30', site: A },
      { quantity: '10', site: b },
    ]);
  });

  test('told twice is a dispute of all who tell it', async () => {
    const [underway, before] = await sentElsewhere();
    expect(await arriveAt(underway, A, before)).toBe('VALID');
    expect(await arriveAt(underway, A, before)).toBe('disputed STATE_WRONG');
    expect(await refuseAt(underway, before)).toBe('VALID');
    const { cmd } = await stage.must('carrierDriver', refuse, refusalOf(underway), atDoor(before));
    expect(await stage.network.state.record(`disp~${cmd}`)).toMatchObject({
      cause: 'STATE_WRONG',
      owners: ['carrier', 'wholesaler'],
    });
  });

  test('told by who never had the load is a dispute', async () => {
    const underway = await loadedShipment(stage);
    const payload = custodyPayload(underway.shipment, underway.lot, { at: null });
    const cosigners = [stage.actor('wholesalerKeeper')];
    await stage.must('makerKeeper', handOver, payload, { cosigners });
    const before = await sendAway(underway);
    expect(await arriveAt(underway, A, before)).toBe('disputed SHIPMENT_HELD_ELSEWHERE');
  });

  test('an arrival nowhere that it was sent to deviates', async () => {
    const [underway] = await sentElsewhere();
    expect(await arriveAt(underway, FIRMS.pharmacy.gln)).toBe('deviating SHIPMENT_SITE_UNEXPECTED');
  });
});

describe('a hand-over that waits for the other side', () => {
  const offered = (underway: Underway, change: Payload = {}) =>
    offerPayload(stage, underway, { taker: 'wholesalerReceiving', change });
  const tellOffer = (payload: object): Promise<string> => stage.send('carrierDriver', offer, { ...payload });

  test.each([
    ['a receipt at the site before is overtaken', 'receive', 'overtaken'],
    ['what goes to another driver still waits', 'handOver', 'open'],
  ] as const)('%s', async (_, step, state) => {
    const underway = await shipmentInTransit(stage);
    await tellOffer(offered(underway, { step }));
    await send(underway);
    expect(await ship(underway)).toMatchObject({ offer: { step, state } });
  });

  test('that reaches the ledger after the redirect is overtaken already', async () => {
    const underway = await shipmentInTransit(stage);
    const payload = offered(underway, { capturedAt: await sendAway(underway) });
    expect(await tellOffer(payload)).toBe('VALID');
    expect(await ship(underway)).toMatchObject({ state: 'inTransit', offer: { state: 'overtaken' } });
  });
});
