import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { WAITING_READS, type MatterName } from '../api/waiting.js';
import { FIRM } from '../story/cast.js';
import { addAlerts, addBatches, addParcels, addRecords, idOf } from '../testing/read-model-rows.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { PEOPLE, RECORD_CASES, recordsOf } from '../testing/waiting-cases.js';

const { maker, rival } = FIRM;
/** More than a page of any list has. */
const MANY = 205;

const times = <T>(newRow: (index: number) => T): readonly T[] =>
  Array.from({ length: MANY }, (_, i) => newRow(i));

/** Of what is no record alone, who of the maker's people is told. */
const OTHER_CASES: readonly { readonly name: MatterName; readonly to: readonly string[] }[] = [
  { name: 'batchesInProcess', to: ['production', 'analyst', 'reviewer'] },
  { name: 'stockToInspect', to: ['qm', 'qp', 'receiving'] },
  { name: 'recallsToAnswer', to: ['qm', 'qp', 'warehouse'] },
  { name: 'drillsToAnswer', to: ['qm', 'qp', 'warehouse'] },
  { name: 'alertsToTriage', to: ['qm', 'qp', 'warehouse'] },
  { name: 'codeConflicts', to: ['qm', 'qp', 'production'] },
];

/** Papers of the story's firms run out by the calendar; they are asked for where their list is. */
const laid = (matters: readonly { readonly name: MatterName; readonly count: number }[]) =>
  Object.fromEntries(
    matters.filter(({ name }) => name !== 'papersEnding').map(({ name, count }) => [name, count]),
  );

describe('what waits', () => {
  let gateway: TestGateway;
  const people = new Map<string, Actor>();

  const as = async (login: string): Promise<Actor> => {
    const actor = people.get(login) ?? (await gateway.actor(login));
    people.set(login, actor);
    return actor;
  };
  const waitsFor = async (login: string) =>
    laid((await (await as(login)).client.read('waiting', {})).matters);

  const layBatches = () =>
    addBatches(gateway.services.db, [
      ...times((i) => ({ batch: idOf('made', i), disposition: 'inProcess', reader: maker })),
      { batch: idOf('done'), disposition: 'released', reader: maker },
      { batch: idOf('foreign'), disposition: 'inProcess', reader: rival },
      { batch: idOf('ended'), disposition: 'inProcess', reader: maker, until: '2020-01-01T00:00:00.000Z' },
    ]);
  const layStock = () => {
    const mine = { holder: maker, status: 'quarantine' };
    return addParcels(gateway.services.db, [
      ...times((i) => ({ ...mine, batch: idOf('came', i) })),
      // Two that are alike stand in one line.
      { ...mine, batch: idOf('came', 0) },
      { ...mine, batch: idOf('on board'), shipment: idOf('shipment') },
      { ...mine, batch: idOf('used up'), isSpent: true },
      { batch: idOf('fit'), holder: maker },
      { ...mine, batch: idOf('elsewhere'), holder: rival },
    ]);
  };
  const layRecalls = async (drill: boolean): Promise<void> => {
    const { db } = gateway.services;
    const [held, gone] = [idOf('held', drill), idOf('gone', drill)];
    await addParcels(db, [
      { batch: held, holder: maker },
      { batch: held, holder: rival },
      { batch: gone, holder: maker, isSpent: true },
    ]);
    const recall = (mark: unknown, batches: readonly string[], state = 'open') => {
      const id = idOf('recall', drill, mark);
      return { key: keyOf('rec', id), value: { recall: id, drill, state, batches }, readers: [] };
    };
    const answer = (mark: unknown, enterprise: string) => {
      const id = idOf('recall', drill, mark);
      return { key: keyOf('ans', id, enterprise), value: { recall: id, enterprise }, readers: [enterprise] };
    };
    await addRecords(db, [
      ...times((i) => recall(i, [idOf('unknown'), held])),
      ...times((i) => answer(i, rival)),
      recall('answered', [held]),
      answer('answered', maker),
      ...[recall('closed', [held], 'closed'), recall('gone', [gone])],
    ]);
  };
  const layAlerts = async (): Promise<void> => {
    const batches = [idOf('made', 0)];
    await addAlerts(gateway.services.db, [
      ...times((i) => ({ id: idOf('alert', i), whose: maker, batches })),
      { id: idOf('settled'), whose: maker, isSettled: true },
      { id: idOf('found'), whose: maker },
      { id: idOf('theirs'), whose: rival, batches },
    ]);
    const finding = { outcome: 'explained', cause: 'return', note: '退货漏扫' } as const;
    await (await as('maker-qp')).client.call('triage', { alert: idOf('found'), ...finding });
  };
  /** Objects with a second code that stands alone, and with one of each firm: the later one is in conflict. */
  const layCodes = async (): Promise<void> => {
    // What is in conflict comes last by key, where one round of the count ends and the next begins.
    const aliasOf = (code: string, place: number): string => `${String(place)}${idOf(code).slice(1)}`;
    const registered = (code: string, ...firms: readonly string[]) => {
      const aliases = firms.map((_, place) => aliasOf(code, place));
      const seconds = firms.map((enterprise, place) => {
        const alias = aliasOf(code, place);
        const of = { code, enterprise, batches: [idOf('made', 0)], unit: null, at: '' };
        return { key: keyOf('alias', alias), value: { alias, state: 'registered', ...of }, readers: [] };
      });
      return [...seconds, { key: keyOf('names', code), value: { code, aliases }, readers: [] }];
    };
    await addRecords(gateway.services.db, [
      ...times((i) => registered(idOf('pack', i), rival, maker)).flat(),
      ...times((i) => registered(idOf('plain', i), maker)).flat(),
    ]);
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    for (const each of RECORD_CASES) await addRecords(gateway.services.db, recordsOf(each, MANY));
    await layBatches();
    await layStock();
    await layRecalls(false);
    await layRecalls(true);
    await layAlerts();
    await layCodes();
  }, 120_000);
  afterAll(() => gateway.remove());

  it.each(PEOPLE)('is counted to the last for the maker’s %s, of the own functions alone', async (person) => {
    const told = [...RECORD_CASES, ...OTHER_CASES].filter(({ to }) => to.includes(person));
    expect(await waitsFor(`maker-${person}`)).toEqual(
      Object.fromEntries(told.map(({ name }) => [name, MANY])),
    );
  });

  it('is another firm’s own: one of each that waits for it, and nothing of the maker’s', async () => {
    expect(await waitsFor('rival-qp')).toEqual({
      ...{ ordersToConfirm: 1, tasksToAnswer: 1, deliveriesToAccept: 1, shipmentsPending: 1 },
      ...{ stockToInspect: 1, investigations: 1, drills: 1, incidentsToClose: 1 },
      ...{ alertsToTriage: 1, disputes: 1, recallsToAnswer: 1, drillsToAnswer: 1 },
    });
    expect(await waitsFor('rival-production')).toEqual({ batchesInProcess: 1 });
    // Whose name stands in the maker's records reads them, and nothing there waits for it.
    expect(await waitsFor('carrier-driver')).toEqual({ shipmentsPending: MANY, manifestsOpen: MANY });
  });

  it('says as of which block, in the order of the chain', async () => {
    const answer = await (await as('maker-qm')).client.read('waiting', {});
    expect(WAITING_READS.waiting.response.safeParse(answer)).toMatchObject({ success: true });
    const { asOfBlock } = await (await as('maker-qm')).client.read('session', {});
    expect(answer.asOfBlock).toBe(asOfBlock);
    const names = answer.matters.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['ordersToConfirm', 'tasksToAnswer', 'deliveriesToAccept']);
    expect(names.at(-1)).toBe('disputes');
  });

  it('is told to an authority with a purpose, of its subject and area, and written down', async () => {
    const inspector = await as('drug-inspector');
    const ofArea = (mark: string, area: string) => ({
      ...{ key: keyOf('inv', idOf(mark)), value: { state: 'sealed', drill: false }, readers: [area] },
    });
    await addRecords(gateway.services.db, [
      ofArea('here', '@drug@320100'),
      ofArea('there', '@drug@440100'),
      ofArea('of others', '@transport@320100'),
    ]);
    await expect(inspector.client.read('waiting', {})).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
    inspector.client.setPurpose('inspection');
    expect(await waitsFor('drug-inspector')).toEqual({ investigations: 1 });
    const { reads } = await inspector.client.read('authorityReads', {});
    expect(reads[0]).toMatchObject({ read: 'waiting', purpose: 'inspection', asked: {} });
  });

  it('is not told without a session', async () => {
    expect((await fetch(`${gateway.url}/api/waiting`)).status).toBe(401);
  });
});
