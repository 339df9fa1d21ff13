import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { INCIDENT_CONCLUSIONS, INCIDENT_KINDS } from '@yaosu/chaincode/model/incident/states';
import { withClock } from '../support/clock.js';
import { closing, incidentOf, shipmentIncident, wasteIncident } from '../support/incidents.js';
import { freshId } from '../support/payloads.js';
import { loadedShipment, readyShipment, receivedShipment, shipmentInTransit } from '../support/shipments.js';
import { Stage } from '../support/stage.js';
import { MANIFEST_IN, draftManifest } from '../support/waste.js';

type Payload = Record<string, unknown>;
const { Incident, Enterprise } = ACTS;
const HOUR_MS = 3_600_000;
const FORTNIGHT_MS = 14 * 24 * HOUR_MS;

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

describe('incidents', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  }, 60_000);
  afterAll(() => stage.network.close());

  const record = (key: string): Promise<Payload | undefined> => stage.network.state.record(key);
  const report = (payload: Payload): Promise<string> => stage.send('carrierDriver', Incident.report, payload);
  const close = (payload: Payload): Promise<string> => stage.send('makerQuality', Incident.close, payload);

  test.each(INCIDENT_KINDS)('%s: it stands on the ledger open, and the load is as it was', async (kind) => {
    const { shipment } = await shipmentInTransit(stage);
    const before = await record(`ship~${shipment}`);
    const parcels = await stage.network.state.records('parcel~');
    const payload = incidentOf('ship', shipment, { kind });
    expect(await report(payload)).toBe('VALID');
    const { incident, subject, evidence } = payload;
    expect(await record(`inc~${String(incident)}`)).toMatchObject({
      ...{ incident, subject, kind, evidence, owner: 'maker', state: 'open', closed: null },
      reported: { by: { enterprise: 'carrier', kid: stage.actor('carrierDriver').kid } },
    });
    expect(await record(`ship~${shipment}`)).toEqual(before);
    expect(await stage.network.state.records('parcel~')).toEqual(parcels);
  });

  test.each(Object.keys(MANIFEST_IN))('with waste whose manifest is %s', async (state) => {
    const { manifest } = await (MANIFEST_IN[state] ?? draftManifest)(stage);
    const before = await record(`man~${manifest}`);
    const payload = incidentOf('man', manifest);
    expect(await stage.send('haulerEscort', Incident.report, payload)).toBe('VALID');
    expect(await record(`inc~${String(payload['incident'])}`)).toMatchObject({ owner: 'maker' });
    expect(await record(`man~${manifest}`)).toEqual(before);
  });

  test.each([
    ['ready', () => readyShipment(stage)],
    ['loaded', () => loadedShipment(stage)],
    ['received', () => receivedShipment(stage)],
  ])('with a load that is %s', async (_, make) => {
    const { shipment } = await make();
    expect(await report(incidentOf('ship', shipment))).toBe('VALID');
  });

  test.each<readonly [string, (shipment: string) => Payload, string]>([
    ['of no shipment', () => incidentOf('ship', freshId()), 'SHIPMENT_NOT_FOUND'],
    ['of no manifest', (shipment) => incidentOf('man', shipment), 'SUBJECT_NOT_FOUND'],
    ['of no kind', (shipment) => incidentOf('ship', shipment, { kind: 'rain' }), 'INPUT_INVALID'],
    [
      'of nothing that moves',
      (id) => incidentOf('ship', id, { subject: { type: 'batch', id } }),
      'INPUT_INVALID',
    ],
    ['with words in the clear', (id) => incidentOf('ship', id, { words: 'He is hurt.' }), 'INPUT_INVALID'],
  ])('one %s is refused', async (_, payloadOf, code) => {
    const { shipment } = await shipmentInTransit(stage);
    const payload = payloadOf(shipment);
    expect(await report(payload)).toBe(code);
    expect(await record(`inc~${String(payload['incident'])}`)).toBeUndefined();
  });

  test('one by a firm that has nothing to do with the load is refused', async () => {
    const { shipment } = await shipmentInTransit(stage);
    const { manifest } = await draftManifest(stage);
    for (const payload of [incidentOf('ship', shipment), incidentOf('man', manifest)]) {
      expect(await stage.send('rivalAll', Incident.report, payload)).toBe('PARTY_NOT_CONCERNED');
    }
  });

  test('an id is given once', async () => {
    const { shipment } = await shipmentInTransit(stage);
    const payload = incidentOf('ship', shipment);
    expect(await report(payload)).toBe('VALID');
    expect(await report({ ...payload, kind: 'fire' })).toBe('INCIDENT_EXISTS');
    expect(await record(`inc~${String(payload['incident'])}`)).toMatchObject({ kind: 'spill' });
  });

  test('one that comes after a fortnight out of reach stands with the time of its capture, marked as late', async () => {
    const { shipment } = await shipmentInTransit(stage);
    const payload = incidentOf('ship', shipment);
    const capturedAt = hoursAgo(0);
    const sent = (): Promise<string> => stage.send('carrierDriver', Incident.report, payload, { capturedAt });
    expect(await withClock(FORTNIGHT_MS, sent)).toBe('deviating FACT_LATE');
    expect(await record(`inc~${String(payload['incident'])}`)).toMatchObject({
      state: 'open',
      reported: { at: capturedAt },
    });
  });

  test('one under a key that was lost before goes to its own firm and leaves no incident', async () => {
    const leaver = await stage.network.admit(stage.actor('carrierRoot'), ['driver'], 'LogisticsMSP');
    const lost = { enterprise: 'carrier', kid: leaver.kid, compromisedSince: hoursAgo(1) };
    await stage.must('carrierRoot', Enterprise.revokeKey, lost);
    const { shipment } = await shipmentInTransit(stage);
    const payload = incidentOf('ship', shipment);
    const envelope = stage.network.envelope({ act: Incident.report, actors: [leaver], payload });
    await stage.network.submit(envelope, 'LogisticsMSP');
    expect(await record(`disp~${envelope.command.cmd}`)).toMatchObject({
      ...{ owners: ['carrier'], cause: 'KEY_REVOKED', subject: `inc~${String(payload['incident'])}` },
    });
    expect(await record(`inc~${String(payload['incident'])}`)).toBeUndefined();
  });

  test.each(INCIDENT_CONCLUSIONS)('it is closed once, as %s', async (conclusion) => {
    const incident = await shipmentIncident(stage);
    const payload = closing(incident, { conclusion });
    expect(await close(payload)).toBe('VALID');
    expect(await record(`inc~${incident}`)).toMatchObject({
      ...{ kind: 'spill', state: 'closed' },
      closed: { conclusion, report: payload['report'], by: { enterprise: 'maker' } },
    });
    expect(await close(closing(incident, { conclusion: 'noImpact' }))).toBe('STATE_WRONG');
    expect(await record(`inc~${incident}`)).toMatchObject({ closed: { conclusion } });
  });

  test('one with goods of a pharmacy is closed by its pharmacist, not by who sent them', async () => {
    const { shipment } = await readyShipment(stage, { owner: 'pharmacy' });
    const payload = incidentOf('ship', shipment);
    await stage.must('makerKeeper', Incident.report, payload);
    const incident = String(payload['incident']);
    expect(await close(closing(incident))).toBe('ENTERPRISE_FOREIGN');
    expect(await stage.send('pharmacist', Incident.close, closing(incident))).toBe('VALID');
  });

  test('nobody closes one of another, one that there is not, or without a conclusion', async () => {
    const incident = await wasteIncident(stage);
    const send = (name: 'wholesalerQuality' | 'disposerKeeper' | 'haulerDriver'): Promise<string> =>
      stage.send(name, Incident.close, closing(incident));
    expect(await send('wholesalerQuality')).toBe('ENTERPRISE_FOREIGN');
    expect(await send('disposerKeeper')).toBe('ENTERPRISE_FOREIGN');
    expect(await send('haulerDriver')).toBe('FUNCTION_MISSING');
    expect(await close(closing(freshId()))).toBe('INCIDENT_NOT_FOUND');
    expect(await close(closing(incident, { conclusion: 'forgotten' }))).toBe('INPUT_INVALID');
    expect(await record(`inc~${incident}`)).toMatchObject({ state: 'open', closed: null });
  });

  test('needs the endorsers that the table names, and no others', async () => {
    const { shipment } = await shipmentInTransit(stage);
    const payload = incidentOf('ship', shipment);
    const reporting = { endorsers: ['RegulatorMSP', 'LogisticsMSP'] } as const;
    expect(await stage.send('carrierDriver', Incident.report, payload, reporting)).toBe('VALID');
    const deciding = { endorsers: ['RegulatorMSP', 'ManufacturerMSP'] } as const;
    const closed = closing(String(payload['incident']));
    expect(await stage.send('makerQuality', Incident.close, closed, deciding)).toBe('VALID');
  });
});
