import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { OfferPayload } from '@yaosu/chaincode/model/shipment/offer-schemas';
import { isSpokenCode } from '@yaosu/chaincode/model/kernel/spoken-code';
import { signed } from '../support/actor.js';
import { hostOfName, type Name } from '../support/cast.js';
import { offerPayload, wholeOf } from '../support/offers.js';
import { digest } from '../support/payloads.js';
import {
  custodyPayload,
  receivedShipment,
  refusedShipment,
  shipmentInTransit,
  type Underway,
} from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { offer, receive } = ACTS.Shipment;
const TAKER: Name = 'wholesalerReceiving';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

const ship = async ({ shipment }: Underway): Promise<Readonly<Record<string, unknown>>> =>
  (await stage.network.state.record(`ship~${shipment}`)) ?? {};
const send = (payload: OfferPayload): Promise<string> => stage.send('carrierDriver', offer, { ...payload });

/** The taker's desk signs the same command later, and sends it with the giver's half. */
const completed = async (payload: OfferPayload, taker: Name = TAKER): Promise<void> => {
  const command = wholeOf(stage, payload, taker);
  const [half] = payload.halves;
  const giver = { alg: 'ES256', form: 'p1363', signature: half?.signature ?? '' } as const;
  const signatures = [giver, signed(command, stage.actor(taker))];
  await stage.network.submit({ command, signatures }, hostOfName(taker), {});
};

describe('a hand-over that the driver signs alone', () => {
  test('waits on the shipment under its code, and custody does not pass', async () => {
    const underway = await shipmentInTransit(stage);
    const payload = offerPayload(stage, underway, { taker: TAKER });
    expect(isSpokenCode(payload.code)).toBe(true);
    expect(await send(payload)).toBe('VALID');
    expect(await ship(underway)).toMatchObject({
      state: 'inTransit',
      holder: 'carrier',
      handOvers: 1,
      offer: { code: payload.code, state: 'open', taker: 'wholesaler', step: 'receive' },
    });
  });

  test('becomes the hand-over of two phones when the other side has signed the same', async () => {
    const underway = await shipmentInTransit(stage);
    const payload = offerPayload(stage, underway, { taker: TAKER });
    await send(payload);
    await completed(payload);
    expect(await ship(underway)).toMatchObject({
      state: 'received',
      holder: 'wholesaler',
      handOvers: 2,
      lastHandOver: {
        giver: { kid: stage.actor('carrierDriver').kid },
        taker: { kid: stage.actor(TAKER).kid },
        at: payload.capturedAt,
      },
      offer: { code: payload.code, state: 'signed', halves: [] },
    });
  });

  test('brings refused goods home in the same way', async () => {
    const underway = await refusedShipment(stage);
    const change = { step: 'handOver', taker: 'maker' } as const;
    const payload = offerPayload(stage, underway, { taker: 'makerKeeper', change });
    expect(await send(payload)).toBe('VALID');
    await completed(payload, 'makerKeeper');
    expect(await ship(underway)).toMatchObject({
      state: 'refused',
      holder: 'maker',
      offer: { state: 'signed' },
    });
  });

  test('is overtaken by another hand-over', async () => {
    const underway = await shipmentInTransit(stage);
    await send(offerPayload(stage, underway, { taker: TAKER }));
    const cosigners = [stage.actor(TAKER)];
    await stage.must('carrierDriver', receive, custodyPayload(underway.shipment, underway.lot), {
      cosigners,
    });
    expect(await ship(underway)).toMatchObject({ offer: { state: 'overtaken', halves: [] } });
  });

  test('is overtaken already when it comes after the receipt', async () => {
    const underway = await receivedShipment(stage);
    expect(await send(offerPayload(stage, underway, { taker: TAKER }))).toBe('VALID');
    expect(await ship(underway)).toMatchObject({ state: 'received', offer: { state: 'overtaken' } });
  });

  test('makes way for a newer one', async () => {
    const underway = await shipmentInTransit(stage);
    await send(offerPayload(stage, underway, { taker: TAKER }));
    const newer = offerPayload(stage, underway, { taker: TAKER });
    await send(newer);
    expect(await ship(underway)).toMatchObject({ offer: { code: newer.code, state: 'open' } });
  });
});

describe('an offer is refused', () => {
  const spoilt = async (spoil: (payload: OfferPayload) => OfferPayload): Promise<string> =>
    send(spoil(offerPayload(stage, await shipmentInTransit(stage), { taker: TAKER })));

  test('under the code of another one', async () => {
    const other = offerPayload(stage, await shipmentInTransit(stage), { taker: TAKER });
    expect(await spoilt((payload) => ({ ...payload, code: other.code }))).toBe('SHIPMENT_CODE_WRONG');
  });

  test('when what it says was changed under its code', async () => {
    expect(await spoilt((payload) => ({ ...payload, seals: [] }))).toBe('SHIPMENT_CODE_WRONG');
  });

  test('with a half that signs something else', async () => {
    const underway = await shipmentInTransit(stage);
    const { code: _, ...said } = offerPayload(stage, underway, { taker: TAKER });
    const change = { halves: said.halves, seals: ['S-2'] };
    const foreign = offerPayload(stage, underway, { taker: TAKER, change });
    expect(await send(foreign)).toBe('SIGNATURE_INVALID');
  });

  test.each<readonly [string, Partial<OfferPayload>]>([
    ['a receipt by another than the consignee', { taker: 'maker' }],
    [
      'a refusal by another than the consignee',
      {
        taker: 'maker',
        step: 'refuse',
        counted: [],
        refusal: { reason: 'damaged', evidence: digest('photo') },
      },
    ],
    ['a hand-over to whom the shipment does not name', { taker: 'rival', step: 'handOver' }],
  ])('for %s', async (_, change) => {
    const underway = await shipmentInTransit(stage);
    expect(await send(offerPayload(stage, underway, { taker: TAKER, change }))).toBe('PARTY_NOT_CONCERNED');
  });
});
