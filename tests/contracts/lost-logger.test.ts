import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { freshId } from '../support/payloads.js';
import { custodyPayload, loadedShipment, receivedShipment, refusedShipment } from '../support/shipments.js';
import { Stage } from '../support/stage.js';
import {
  WARM,
  coldShipment,
  disposal,
  loggerReport,
  named,
  page,
  pagesPayload,
  statusesOnBoard,
  type ColdShipment,
  type Episode,
} from '../support/telemetry.js';

type Payload = Record<string, unknown>;
const { Telemetry, Shipment } = ACTS;

describe('a logger that is lost or faulty', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  const record = async (key: string): Promise<Payload> => (await stage.network.state.record(key)) ?? {};
  const report = (payload: Payload): Promise<string> =>
    stage.send('carrierDriver', Telemetry.reportLogger, payload);
  const upload = (payload: Payload): Promise<unknown> =>
    stage.must('carrierDriver', Telemetry.recordPages, payload);
  const statuses = (shipment: string): Promise<readonly unknown[]> => statusesOnBoard(stage, shipment);
  const episodesOf = async (cold: ColdShipment): Promise<readonly Episode[]> =>
    [...(await stage.network.state.records(`exc~${cold.shipment}`)).values()].map((each) => ({
      ...cold,
      episode: String(each['episode']),
    }));
  const reported = async (change: Payload = {}): Promise<Episode> => {
    const cold = await coldShipment(stage);
    await stage.must('carrierDriver', Telemetry.reportLogger, loggerReport(cold, change));
    const [found] = await episodesOf(cold);
    return found ?? { ...cold, episode: '' };
  };

  test.each([
    ['lost', 'loggerLost'],
    ['faulty', 'loggerFaulty'],
  ])('%s: the load is pending from its loading on, without an end', async (cause, kind) => {
    const found = await reported({ cause });
    const { loadedAt, ...shipment } = await record(`ship~${found.shipment}`);
    expect(shipment).toMatchObject({ condition: 'pending', state: 'inTransit' });
    expect(await statuses(found.shipment)).toEqual(['pending']);
    expect(await record(`exc~${found.shipment}~${found.episode}`)).toMatchObject({
      kind,
      from: loadedAt,
      to: null,
      bound: null,
      minutes: 0,
      report: { reason: loggerReport(found)['reason'], by: { enterprise: 'carrier' } },
      offers: [],
      disposition: null,
    });
  });

  test('what it has told before is known: the doubt begins with its last reading', async () => {
    const cold = await coldShipment(stage);
    const told = page(0, 100, [500, 500, 500]);
    await upload(pagesPayload(cold, told));
    expect(await report(loggerReport(cold))).toBe('VALID');
    const [{ episode } = { episode: '' }] = await episodesOf(cold);
    const last = new Date(Date.parse(String(told['from'])) + 600_000).toISOString();
    expect(await record(`exc~${cold.shipment}~${episode}`)).toMatchObject({ from: last });
  });

  test('the doubt ends with the disposition of the MAH, and stays on the record', async () => {
    const found = await reported();
    const decision = disposal(found, { consumedMinutes: 0 });
    expect(await stage.send('carrierDispatch', Telemetry.dispose, decision)).toBe('FUNCTION_MISSING');
    expect(await stage.send('makerQuality', Telemetry.dispose, decision)).toBe('VALID');
    expect(await record(`ship~${found.shipment}`)).toMatchObject({ condition: 'clear' });
    expect(await statuses(found.shipment)).toEqual(['quarantine']);
    expect(await record(`exc~${found.shipment}~${found.episode}`)).toMatchObject({
      kind: 'loggerLost',
      disposition: { outcome: 'release' },
    });
  });

  test('a breach that was measured has to be disposed of as well', async () => {
    const cold = await coldShipment(stage);
    await upload(pagesPayload(cold, page(0, 120, WARM)));
    expect(await report(loggerReport(cold, { cause: 'faulty' }))).toBe('VALID');
    const episodes = await episodesOf(cold);
    expect(episodes).toHaveLength(2);
    for (const each of episodes) {
      expect(await record(`ship~${cold.shipment}`)).toMatchObject({ condition: 'pending' });
      await stage.must('makerQuality', Telemetry.dispose, disposal(each));
    }
    expect(await record(`ship~${cold.shipment}`)).toMatchObject({ condition: 'clear' });
  });

  test('found again it is read: a breach in its readings is an excursion of its own', async () => {
    const found = await reported();
    await stage.must('makerQuality', Telemetry.dispose, disposal(found, { consumedMinutes: 0 }));
    await upload(pagesPayload(found, page(0, 120, WARM)));
    expect(await episodesOf(found)).toHaveLength(2);
    expect(await statuses(found.shipment)).toEqual(['pending']);
  });

  test('no contingency is offered for what was not measured', async () => {
    const found = await reported();
    expect(await stage.sendAsHost('RegulatorMSP', Telemetry.offerContingency, named(found))).toBe(
      'CONTINGENCY_UNFOUNDED',
    );
  });

  test.each<readonly [string, (cold: ColdShipment) => Payload, string]>([
    ['of no shipment', (cold) => loggerReport({ ...cold, shipment: freshId() }), 'SHIPMENT_NOT_FOUND'],
    ['that is not on board', (cold) => loggerReport({ ...cold, logger: freshId() }), 'LOGGER_UNKNOWN'],
    ['for no cause', (cold) => loggerReport(cold, { cause: 'warm' }), 'INPUT_INVALID'],
  ])('one %s is refused', async (_, payload, code) => {
    expect(await report(payload(await coldShipment(stage)))).toBe(code);
  });

  test('it is reported once, whatever is said of it later', async () => {
    const found = await reported();
    expect(await report(loggerReport(found))).toBe('LOGGER_REPORTED');
    expect(await report(loggerReport(found, { cause: 'faulty' }))).toBe('LOGGER_REPORTED');
    expect(await episodesOf(found)).toHaveLength(1);
  });

  test('who has nothing to do with the load is refused; who does not have it makes a dispute', async () => {
    const cold = await coldShipment(stage);
    const send = (name: 'rivalAll' | 'makerKeeper'): Promise<string> =>
      stage.send(name, Telemetry.reportLogger, loggerReport(cold));
    expect(await send('rivalAll')).toBe('PARTY_NOT_CONCERNED');
    expect(await send('makerKeeper')).toBe('disputed SHIPMENT_HELD_ELSEWHERE');
    expect(await record(`ship~${cold.shipment}`)).toMatchObject({ condition: 'clear' });
    expect(await episodesOf(cold)).toEqual([]);
  });

  const logger = freshId();
  const onBoard: Payload = { loggers: [logger] };
  test.each<readonly [string, () => Promise<{ shipment: string }>, string]>([
    ['loaded', () => loadedShipment(stage, { carrier: 'maker' }, onBoard), 'VALID'],
    ['received', () => receivedShipment(stage, {}, onBoard), 'disputed STATE_WRONG'],
    ['refused', () => refusedShipment(stage, onBoard), 'VALID'],
  ])('said of a load that is %s: %s', async (state, make, expected) => {
    const { shipment } = await make();
    const name = state === 'loaded' ? 'makerKeeper' : 'carrierDriver';
    const payload = loggerReport({ shipment, logger, lot: { batch: '', document: '' } });
    expect(await stage.send(name, Telemetry.reportLogger, payload)).toBe(expected);
  });

  test('goods that are received in doubt are received as pending', async () => {
    const found = await reported();
    const cosigners = [stage.actor('wholesalerReceiving')];
    await stage.must('carrierDriver', Shipment.receive, custodyPayload(found.shipment, found.lot), {
      cosigners,
    });
    expect(await statuses(found.shipment)).toEqual(['pending']);
  });

  test('needs the endorsers that the table names, and no others', async () => {
    const cold = await coldShipment(stage);
    const sending = { endorsers: ['RegulatorMSP', 'LogisticsMSP'] } as const;
    expect(await stage.send('carrierDriver', Telemetry.reportLogger, loggerReport(cold), sending)).toBe(
      'VALID',
    );
  });
});
