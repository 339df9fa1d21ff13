import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { PaperView } from '../api/validity.js';
import { systemPorts } from '../ports.js';
import { FIRM } from '../story/cast.js';
import { layColdLot, sendColdLot, type ColdLot, type ColdTrip } from '../story/cold-lot.js';
import { draftDrums, type DrumsAtTheGate } from '../story/drums-on-the-road.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

/** After the licences of the story. */
const LATER = '2030-06-30';

describe('what runs out beside a supplier’s licence', () => {
  let gateway: TestGateway;
  let cold: ColdLot;
  let trip: ColdTrip;
  let waste: DrumsAtTheGate;
  const papersOf = async (login: string, query: object): Promise<readonly PaperView[]> =>
    (await (await cold.stage.as(login)).client.read('validity', {}, query)).papers;

  beforeAll(async () => {
    gateway = await newTestGateway();
    cold = await layColdLot(gateway.url, systemPorts);
    trip = await sendColdLot(cold);
    [waste] = (await draftDrums(gateway.url, systemPorts, [{ count: 1 }])) as [DrumsAtTheGate];
  }, 240_000);
  afterAll(() => gateway.remove());

  it('are the licences by which a drafted manifest departs, for those whom it names', async () => {
    const draft = { key: `man~${waste.manifest}`, name: null, isNext: true };
    const stopped = { act: 'Waste.depart', effect: 'refused', records: [draft] };
    for (const kind of ['hazardousWasteOperation', 'dangerousGoodsTransport']) {
      const query = { kind, until: LATER };
      const [paper] = await papersOf('cdmo-waste', query);
      expect(paper).toMatchObject({ kind, whose: 'partner' });
      expect(paper?.blocks).toContainEqual(stopped);
      expect(await papersOf('rival-qp', query)).toEqual([]);
    }
    const own = await papersOf('disposer-keeper', { whose: 'own', until: LATER });
    expect(own.find(({ kind }) => kind === 'hazardousWasteOperation')?.blocks).toContainEqual(stopped);
  });

  it('are the licence of a customer whom a load goes to, and the calibration of the logger on board', async () => {
    const { stage, exported, logger } = cold;
    const load = { key: `ship~${trip.shipment}`, name: trip.noteNo };
    const customers = await papersOf('maker-qp', { kind: 'drugDistribution', until: LATER });
    const { blocks } = customers.find(({ firm }) => firm === FIRM.wholesaler)!;
    expect(blocks.find(({ act }) => act === 'Shipment.create')?.records).toEqual([
      { ...load, isNext: false },
    ]);
    const { client } = await stage.as('carrier-driver');
    const { commands } = await client.upload('loggerExport', exported);
    const told = { shipment: trip.shipment, logger, calibratedUntil: stage.day(10), pages: commands[0] };
    await stage.send('carrier-driver', telemetryActs.recordPages, told);
    const query = { kind: 'calibration', until: stage.day(10) };
    const calibration = {
      number: logger,
      firm: FIRM.carrier,
      whose: 'partner',
      daysLeft: 10,
      blocks: [{ act: 'Telemetry.recordPages', effect: 'notProven', records: [{ ...load, isNext: true }] }],
    };
    expect(await papersOf('maker-qp', query)).toMatchObject([calibration]);
    expect(await papersOf('carrier-dispatch', query)).toMatchObject([{ ...calibration, whose: 'own' }]);
    expect(await papersOf('cdmo-qp', query)).toEqual([]);
  });

  it('is a person’s function, until it is given for longer', async () => {
    const { stage } = cold;
    const { key } = await stage.as('cdmo-analyst');
    const appoint = (days: number): Promise<unknown> =>
      stage.send('cdmo-admin', enterpriseActs.appoint, {
        enterprise: FIRM.cdmo,
        kid: key.kid,
        appointments: [
          {
            function: 'analyst',
            notBefore: stage.instant(-60),
            notAfter: `${stage.day(days)}T12:00:00.000Z`,
          },
        ],
      });
    const query = { kind: 'appointment', until: stage.day(30) };
    await appoint(10);
    const [ending] = await papersOf('cdmo-qp', query);
    expect(ending).toMatchObject({ number: 'analyst', key: `key~${key.kid}`, whose: 'own', daysLeft: 10 });
    expect(ending?.blocks).toContainEqual({ act: 'Quality.result', effect: 'refused', records: [] });
    expect(await papersOf('maker-qp', query)).toEqual([]);
    await appoint(100);
    expect(await papersOf('cdmo-qp', query)).toEqual([]);
  });

  it('is a grant that ends, for who gave it and for who reads by it, until it is withdrawn', async () => {
    const { stage, lot } = cold;
    const wrap = await stage.share('maker-qm', lot.identity, FIRM.pharmacy);
    const until = `${stage.day(10)}T12:00:00.000Z`;
    await stage.send('maker-qm', documentActs.grant, { ...wrap, until });
    const query = { kind: 'documentGrant', until: stage.day(30) };
    const grant = { number: lot.identity, daysLeft: 10, blocks: [] };
    expect(await papersOf('maker-qp', query)).toMatchObject([
      { ...grant, whose: 'own', firm: FIRM.pharmacy },
    ]);
    expect(await papersOf('pharmacist', query)).toMatchObject([
      { ...grant, whose: 'partner', firm: FIRM.maker },
    ]);
    expect(await papersOf('cdmo-qp', query)).toEqual([]);
    const named = { document: lot.identity, enterprise: FIRM.pharmacy };
    await stage.send('maker-qm', documentActs.withdraw, named);
    expect(await papersOf('maker-qp', query)).toEqual([]);
  });
});
