import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { FIRMS, type Name } from '../support/cast.js';
import { digest, licence } from '../support/payloads.js';
import {
  arrivedShipment,
  custodyPayload,
  loadPayload,
  loadedShipment,
  readyShipment,
  redirectPayload,
  receivedShipment,
  refusedShipment,
  shipmentInTransit,
  type Underway,
} from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { load, handOver, arrive, receive, refuse, redirect } = ACTS.Shipment;

describe('the way of a shipment', () => {
  let stage: Stage;
  /** Payload of a redirect, of any shipment. */
  let elsewhere: Record<string, unknown>;
  beforeAll(async () => {
    stage = await Stage.enter();
    elsewhere = await redirectPayload(stage, '');
    const sites = [FIRMS.wholesaler.gln];
    await stage.must(
      'regulatorRoot',
      ACTS.Enterprise.addLicence,
      licence({ enterprise: 'wholesaler', kind: 'drugDistribution', sites }),
    );
  });
  afterAll(() => stage.network.close());

  const partly = async (given: Stage): Promise<Underway> => {
    const underway = await arrivedShipment(given);
    const counted = [{ batch: underway.lot.batch, quantity: '30' }];
    const payload = custodyPayload(underway.shipment, underway.lot, { counted });
    const cosigners = [given.actor('wholesalerReceiving')];
    await given.must('carrierDriver', receive, payload, { cosigners });
    return underway;
  };

  const STATES = {
    ready: (given: Stage) => readyShipment(given),
    loaded: (given: Stage) => loadedShipment(given),
    inTransit: (given: Stage) => shipmentInTransit(given),
    arrived: (given: Stage) => arrivedShipment(given),
    received: (given: Stage) => receivedShipment(given),
    partlyReceived: partly,
    refused: refusedShipment,
  } as const;
  type State = keyof typeof STATES;

  const counting = ({ shipment, lot }: Underway, state: State): Record<string, unknown> => {
    const quantity = state === 'partlyReceived' ? '10' : '40';
    return custodyPayload(shipment, lot, { counted: [{ batch: lot.batch, quantity }] });
  };
  const STEPS: Readonly<
    Record<string, readonly [Act, (underway: Underway, state: State) => Record<string, unknown>, Name[]]>
  > = {
    load: [load, ({ shipment, lot }) => loadPayload(shipment, lot), []],
    handOver: [
      handOver,
      (underway, state) => ({ ...counting(underway, state), at: null }),
      ['wholesalerKeeper'],
    ],
    arrive: [arrive, ({ shipment }) => ({ shipment, site: FIRMS.wholesaler.gln }), []],
    receive: [receive, counting, ['wholesalerReceiving']],
    refuse: [
      refuse,
      ({ shipment }) => ({ shipment, reason: 'damaged', evidence: digest('photo') }),
      ['wholesalerReceiving'],
    ],
    redirect: [redirect, ({ shipment }) => ({ ...elsewhere, shipment }), []],
  };

  /** Written by hand; every other cell is refused, a fact as a dispute. */
  const ALLOWED: Readonly<Record<keyof typeof STEPS, readonly State[]>> = {
    load: ['ready'],
    handOver: ['loaded', 'inTransit', 'arrived', 'refused'],
    arrive: ['inTransit'],
    receive: ['inTransit', 'arrived', 'partlyReceived'],
    refuse: ['inTransit', 'arrived', 'partlyReceived'],
    redirect: ['inTransit', 'arrived', 'refused', 'partlyReceived'],
  };

  const cells = Object.entries(STEPS).flatMap(([step, [act, payloadOf, taker]]) =>
    (Object.keys(STATES) as State[]).map((state) => ({ step, state, act, payloadOf, taker })),
  );
  test.each(cells)('$step from $state', async ({ step, state, act, payloadOf, taker }) => {
    const underway = await STATES[state](stage);
    const isMakers = step === 'load' || step === 'redirect' || (step === 'handOver' && state === 'loaded');
    const cosigners = taker.map((name) => stage.actor(name));
    const answer = await stage.send(
      isMakers ? 'makerKeeper' : 'carrierDriver',
      act,
      payloadOf(underway, state),
      { cosigners },
    );
    const refusal = act.kind === 'fact' ? 'disputed STATE_WRONG' : 'STATE_WRONG';
    expect(answer).toBe(ALLOWED[step]?.includes(state) ? 'VALID' : refusal);
  });

  describe('an arrival that comes after the receipt, from a phone that was out of reach', () => {
    const arriveAt = (underway: Underway, capturedAt: string): Promise<string> =>
      stage.send(
        'carrierDriver',
        arrive,
        { shipment: underway.shipment, site: FIRMS.wholesaler.gln },
        { capturedAt },
      );
    const record = async ({ shipment }: Underway): Promise<unknown> =>
      stage.network.state.record(`ship~${shipment}`);

    const receiveUnannounced = async (quantity: string): Promise<Underway> => {
      const underway = await shipmentInTransit(stage);
      const counted = [{ batch: underway.lot.batch, quantity }];
      const payload = custodyPayload(underway.shipment, underway.lot, { counted });
      const cosigners = [stage.actor('wholesalerReceiving')];
      await stage.must('carrierDriver', receive, payload, { cosigners });
      return underway;
    };

    test.each([
      ['received', '40'],
      ['partlyReceived', '30'],
    ])('is added to what is %s when it was said before', async (state, quantity) => {
      const before = new Date().toISOString();
      const underway = await receiveUnannounced(quantity);
      expect(await arriveAt(underway, before)).toBe('VALID');
      expect(await record(underway)).toMatchObject({
        state,
        arrival: { site: FIRMS.wholesaler.gln, at: before },
      });
    });

    test('is a dispute when it was said afterwards, or once more', async () => {
      const before = new Date().toISOString();
      const underway = await receiveUnannounced('40');
      expect(await arriveAt(underway, new Date().toISOString())).toBe('disputed STATE_WRONG');
      expect(await arriveAt(underway, before)).toBe('VALID');
      expect(await arriveAt(underway, before)).toBe('disputed STATE_WRONG');
    });
  });
});
