import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { incidentActs } from '@yaosu/chaincode/model/incident/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { READS, type ReadAnswer } from '../api/reads.js';
import { systemPorts } from '../ports.js';
import { layColdLot, sendColdLot } from '../story/cold-lot.js';
import { sendDrums } from '../story/drums-on-the-road.js';
import type { Stage } from '../story/stage.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

type Listed = ReadAnswer<'records'>['records'][number];

describe('incidents', () => {
  let gateway: TestGateway;
  let stage: Stage;
  let subjects: Readonly<Record<'ship' | 'man', string>>;
  let batch: string;
  let [onShipment, withWaste, second] = ['', '', ''];

  const report = async (login: string, type: 'ship' | 'man'): Promise<string> => {
    const incident = stage.newId();
    const subject = { type, id: subjects[type] };
    const told = { incident, subject, kind: 'spill', evidence: stage.digest('what the driver saw') };
    await stage.send(login, incidentActs.report, told);
    return incident;
  };
  const listOf = async (login: string, query: object = {}): Promise<readonly Listed[]> =>
    (await (await stage.as(login)).client.read('records', {}, { type: 'inc', ...query })).records;
  const seenBy = async (login: string, query: object = {}): Promise<readonly unknown[]> =>
    (await listOf(login, query)).map(({ value }) => value['incident']);
  const read = async (login: string, incident: string): Promise<unknown> => {
    const { client } = await stage.as(login);
    return (await client.read('record', { key: keyOf('inc', incident) })).record.value;
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    const cold = await layColdLot(gateway.url, systemPorts);
    ({ stage } = cold);
    ({ batch } = cold.lot);
    const { manifest } = await sendDrums(gateway.url, systemPorts, 1);
    subjects = { ship: (await sendColdLot(cold)).shipment, man: manifest };
    onShipment = await report('carrier-driver', 'ship');
    withWaste = await report('waste-driver', 'man');
    second = await report('carrier-driver', 'ship');
  }, 120_000);
  afterAll(() => gateway.remove());

  it('are seen by those whom their load names, and by nobody else', async () => {
    const { client } = await stage.as('maker-qm');
    const answer = await client.read('records', {}, { type: 'inc' });
    expect(READS.records.response.safeParse(answer)).toMatchObject({ success: true });
    for (const login of ['maker-qm', 'carrier-dispatch', 'wholesale-keeper']) {
      expect(await seenBy(login)).toEqual([second, onShipment]);
    }
    for (const login of ['cdmo-waste', 'waste-driver', 'disposer-keeper']) {
      expect(await seenBy(login)).toEqual([withWaste]);
    }
    expect(await seenBy('pharmacist')).toEqual([]);
    expect(await read('wholesale-keeper', onShipment)).toMatchObject({ kind: 'spill', state: 'open' });
    const foreign = { code: 'RECORD_NOT_FOUND' };
    await expect(read('pharmacist', onShipment)).rejects.toMatchObject(foreign);
    await expect(read('wholesale-keeper', withWaste)).rejects.toMatchObject(foreign);
  });

  it('are found by their load and by their state, page by page', async () => {
    const subject = keyOf('ship', subjects.ship);
    expect(await seenBy('maker-qm', { subject })).toEqual([second, onShipment]);
    expect(await seenBy('maker-qm', { subject: keyOf('man', subjects.man) })).toEqual([]);
    const decided = { incident: onShipment, conclusion: 'noImpact', report: stage.digest('dry again') };
    await stage.send('maker-qm', incidentActs.close, decided);
    expect(await seenBy('maker-qm', { state: 'open' })).toEqual([second]);
    expect(await seenBy('maker-qm', { state: 'closed', subject })).toEqual([onShipment]);
    const { client } = await stage.as('carrier-dispatch');
    const first = await client.read('records', {}, { type: 'inc', limit: 1 });
    const next = await client.read('records', {}, { type: 'inc', limit: 1, cursor: first.next ?? '' });
    expect([...first.records, ...next.records].map(({ value }) => value['incident'])).toEqual([
      onShipment,
      second,
    ]);
    expect(next.next).toBeNull();
  });

  it('stand in the trail of the goods, for those who see them', async () => {
    const { client } = await stage.as('maker-qm');
    const { lines } = await client.read('trail', { id: batch });
    const told = lines.filter(({ contract }) => contract === 'Incident').map(({ act }) => act);
    expect(told.sort()).toEqual(['close', 'report', 'report']);
  });

  it.each<readonly [string, object]>([
    ['state', { type: 'ship', state: 'open' }],
    ['subject', { type: 'exc', subject: `ship~${'a'.repeat(64)}` }],
    ['state', { type: 'inc', state: 'forgotten' }],
    ['subject', { type: 'inc', subject: 'no key' }],
    ['drill', { type: 'inc', drill: 'true' }],
  ])('a wrong %s is refused: %j', async (field, query) => {
    const { client } = await stage.as('maker-qm');
    await expect(client.read('records', {}, query as never)).rejects.toMatchObject({
      code: 'QUERY_INVALID',
      details: { issues: [expect.stringMatching(new RegExp(`^${field}`))] },
    });
  });

  it('an authority reads those of its subject and area, with a purpose', async () => {
    const inspector = await gateway.actor('environment-inspector');
    await expect(inspector.client.read('records', {}, { type: 'inc' })).rejects.toMatchObject({
      code: 'PURPOSE_REQUIRED',
    });
    inspector.client.setPurpose('accident');
    const { records } = await inspector.client.read('records', {}, { type: 'inc' });
    expect(records.map(({ value }) => value['incident'])).toEqual([withWaste]);
  });
});
