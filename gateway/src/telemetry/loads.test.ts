import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { PageReadings } from '@yaosu/chaincode/model/telemetry/schemas';
import { pointsOf, type Point } from '@yaosu/chaincode/rules/telemetry/summarise';
import { LOAD_READS, type LoadView } from '../api/load-reads.js';
import { systemPorts } from '../ports.js';
import { layColdLot, sendColdLot, type ColdLot, type ColdTrip } from '../story/cold-lot.js';
import { TRIP } from '../story/figures.js';
import { loadOneDay } from '../story/loaded-lot.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const CALIBRATED = '2027-12-31';

describe('loads on their way', () => {
  let gateway: TestGateway;
  let cold: ColdLot;
  let trip: ColdTrip;
  let actors: Readonly<Record<'maker' | 'carrier' | 'stranger', Actor>>;
  const loadsOf = async ({ client }: Actor, query: object = {}): Promise<readonly LoadView[]> =>
    (await client.read('loads', {}, query)).loads;
  /** One load a page, to the end. */
  const walk = async ({ client }: Actor): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await client.read('loads', {}, { limit: 1, cursor });
      found.push(...page.loads.map(({ shipment }) => shipment));
      cursor = page.next;
    }
    return found;
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    await loadOneDay(gateway.url, systemPorts, 2);
    cold = await layColdLot(gateway.url, systemPorts);
    trip = await sendColdLot(cold);
    actors = {
      maker: await gateway.actor('maker-qp'),
      carrier: await gateway.actor('carrier-driver'),
      stranger: await gateway.actor('pharmacist'),
    };
  }, 120_000);
  afterAll(() => gateway.remove());

  it('say where a load is, where it goes, what it bears, and that nothing was read yet', async () => {
    const answer = await actors.maker.client.read('loads', {});
    expect(LOAD_READS.loads.response.safeParse(answer)).toMatchObject({ success: true });
    expect(answer.loads).toMatchObject([
      {
        shipment: trip.shipment,
        noteNo: trip.noteNo,
        state: 'inTransit',
        alarm: 'unread',
        at: { enterprise: actors.carrier.enterprise, site: null },
        next: { enterprise: 'huida-wholesale' },
        last: null,
        profile: { neverFreeze: true },
        excursions: { waiting: 0, disposed: 0 },
      },
    ]);
  });

  it('are seen by those whom the shipment names, the ones with a profile first, page by page', async () => {
    expect((await loadsOf(actors.carrier)).map(({ alarm }) => alarm)).toEqual([
      'unread',
      'noProfile',
      'noProfile',
    ]);
    expect(await loadsOf(actors.stranger)).toEqual([]);
    const whole = (await loadsOf(actors.carrier)).map(({ shipment }) => shipment);
    expect(await walk(actors.carrier)).toEqual(whole);
  });

  it('become an alarm by an excursion, with the last reading and what is left of the budget', async () => {
    const { logger, exported, stage } = cold;
    const { commands } = await actors.carrier.client.upload('loggerExport', exported);
    for (const pages of commands) {
      const told = { shipment: trip.shipment, logger, calibratedUntil: CALIBRATED, pages };
      await stage.send('carrier-driver', telemetryActs.recordPages, told);
    }
    const last = pointsOf(commands.flat().slice(-1)[0] as PageReadings).slice(-1)[0] as Point;
    const { records } = await actors.maker.client.read('records', {}, { type: 'exc' });
    const minutes = Number(records[0]?.value['minutes']);
    expect(minutes).toBeGreaterThan(0);
    expect(await loadsOf(actors.maker)).toMatchObject([
      {
        alarm: 'pending',
        last: { logger, at: new Date(last.at).toISOString(), centiCelsius: last.value },
        excursions: { waiting: 1, disposed: 0 },
        profile: { budgetMinutes: TRIP.budgetMinutes, budgetLeftMinutes: TRIP.budgetMinutes - minutes },
      },
    ]);
    expect(await loadsOf(actors.carrier, { alarm: 'pending' })).toMatchObject([{ shipment: trip.shipment }]);
    expect(await loadsOf(actors.carrier, { alarm: 'unread' })).toEqual([]);
  });

  it.each(['nonsense', '9 1 ship~x', '0 1'])('refuse the cursor %s', async (cursor) => {
    const asked = actors.maker.client.read('loads', {}, { cursor });
    await expect(asked).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  });
});
