import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { ReadAnswer } from '../api/reads.js';
import { QUALITY_READS, type DeskItem } from '../api/quality.js';
import { DESK_MATTERS } from '../api/waiting.js';
import { systemPorts } from '../ports.js';
import {
  recordResult,
  registerBatch,
  reviewBatch,
  takeSample,
  testAndRelease,
  type Lot,
} from '../story/batches.js';
import { FIRM } from '../story/cast.js';
import { layColdLot, sendColdLot, type ColdLot } from '../story/cold-lot.js';
import { make, registerDrug } from '../story/production.js';
import { STAFF } from '../story/staff.js';
import type { Stage } from '../story/stage.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

describe('the quality desk', () => {
  let gateway: TestGateway;
  let cold: ColdLot;
  let stage: Stage;
  let lot: Lot;
  const deskOf = async (login: string, query: object = {}): Promise<ReadAnswer<'qualityDesk'>> =>
    (await stage.as(login)).client.read('qualityDesk', {}, query);
  const itemsOf = async (login: string, query: object = {}): Promise<readonly DeskItem[]> =>
    (await deskOf(login, query)).items;
  const oneOf = async (login: string, kind: string): Promise<DeskItem | undefined> =>
    (await itemsOf(login, { kind, batch: lot.batch }))[0];
  const kindsOf = async (login: string): Promise<readonly string[]> =>
    (await itemsOf(login, { batch: lot.batch })).map(({ kind }) => kind).sort();
  /** What of it a login finds at home. */
  const atHome = async (login: string): Promise<Readonly<Record<string, number>>> => {
    const { matters } = await (await stage.as(login)).client.read('waiting', {});
    return Object.fromEntries(
      matters.filter(({ name }) => name in DESK_MATTERS).map(({ name, count }) => [name, count]),
    );
  };
  /** What the release of the lot still waits for, as it is told to a login. */
  const blockedBy = async (login: string): Promise<readonly string[]> =>
    (await oneOf(login, 'siteRelease'))?.conditions
      .filter(({ failedBy }) => failedBy.length > 0)
      .map(({ code }) => code) ?? ['nothing waits'];

  beforeAll(async () => {
    gateway = await newTestGateway();
    cold = await layColdLot(gateway.url, systemPorts);
    ({ stage } = cold);
    lot = await registerBatch(stage, {
      ...{ staff: STAFF.maker, kind: 'excipient', unit: 'KGM', storage: 'ambient', mah: FIRM.maker },
      identity: { name: '乳糖 lactose', product: 'EX-LAC', lot: 'AH-EX-01', specification: 'ChP 2025' },
      ...{ made: '20', usableDays: 300 },
    });
  }, 120_000);
  afterAll(() => gateway.remove());

  it('has a lot in quarantine that waits for its release, with all that it waits for', async () => {
    const answer = await deskOf('maker-qp');
    expect(QUALITY_READS.qualityDesk.response.safeParse(answer)).toMatchObject({ success: true });
    expect(answer.items).toMatchObject([
      {
        kind: 'siteRelease',
        key: `batch~${lot.batch}`,
        state: 'blocked',
        whose: 'own',
        turn: { enterprise: FIRM.maker, functions: ['qualifiedPerson'] },
        blocks: ['use'],
      },
    ]);
    expect(await blockedBy('maker-qp')).toEqual(['RESULT_MISSING', 'REVIEW_MISSING']);
    expect(answer.counts).toMatchObject({ siteRelease: 1, oos: 0, hold: 0 });
    expect(await atHome('maker-qp')).toEqual({ batchesToRelease: 1 });
    expect(await atHome('maker-analyst')).toEqual({});
  });

  it('has a sample until it is tested, and then the review and the investigation', async () => {
    const sample = await takeSample(stage, lot, '1', false);
    expect(await oneOf('maker-analyst', 'sample')).toMatchObject({
      turn: { functions: ['analyst'] },
      blocks: ['siteRelease'],
      isInvolved: false,
    });
    expect(await atHome('maker-analyst')).toEqual({ samplesToTest: 1 });
    await recordResult(stage, lot, sample, 'fail');
    expect(await atHome('maker-analyst')).toEqual({});
    expect(await atHome('maker-reviewer')).toEqual({ resultsToReview: 1 });
    expect(await atHome('maker-qm')).toEqual({ oosToClose: 1 });
    expect(await kindsOf('maker-qm')).toEqual(['oos', 'review', 'siteRelease']);
    expect(await blockedBy('maker-qp')).toEqual(['OOS_OPEN', 'REVIEW_MISSING']);
  });

  it('tells who has a part in it: neither review nor investigation is the tester’s', async () => {
    const partsOf = async (login: string) => [
      (await oneOf(login, 'review'))?.isInvolved,
      (await oneOf(login, 'oos'))?.isInvolved,
    ];
    expect(await partsOf('maker-analyst')).toEqual([true, true]);
    expect(await partsOf('maker-reviewer')).toEqual([false, false]);
  });

  it('names the record that blocks, and a release that is ready for who had no part', async () => {
    await reviewBatch(stage, lot);
    const oos = await oneOf('maker-qm', 'oos');
    const conditions = (await oneOf('maker-qp', 'siteRelease'))?.conditions ?? [];
    expect(conditions.find(({ code }) => code === 'OOS_OPEN')).toEqual({
      code: 'OOS_OPEN',
      failedBy: [oos?.key],
    });
    expect(await blockedBy('maker-qp')).toEqual(['OOS_OPEN']);
    await stage.refused('OOS_OPEN', 'maker-qp', batchActs.releaseFromSite, { batch: lot.batch });
    await stage.send('maker-qm', qualityActs.close, {
      batch: lot.batch,
      record: oos?.key.split('~')[2],
      ...{ conclusion: 'noImpact', report: stage.digest('dilution error') },
    });
    expect(await oneOf('maker-qp', 'siteRelease')).toMatchObject({ state: 'ready', isInvolved: false });
    expect(await oneOf('maker-reviewer', 'siteRelease')).toMatchObject({ state: 'ready', isInvolved: true });
  });

  it('has deviations and holds, and what they block', async () => {
    const { batch } = lot;
    await stage.send('maker-production', qualityActs.openDeviation, {
      ...{ batch, deviation: 'deviation', severity: 'major', about: null, number: 'DEV-7' },
      description: stage.digest('door left open'),
    });
    await stage.send('maker-qm', batchActs.hold, { batch, reason: stage.digest('doubt'), parcel: null });
    expect(await itemsOf('maker-qp', { batch, kind: 'deviation' })).toMatchObject([
      { name: 'DEV-7', severity: 'major', blocks: ['siteRelease'] },
    ]);
    expect(await itemsOf('maker-qp', { batch, kind: 'hold' })).toMatchObject([
      { turn: { enterprise: FIRM.maker }, blocks: ['siteRelease', 'use'] },
    ]);
    expect(await blockedBy('maker-qp')).toEqual(['BATCH_HELD', 'DEVIATION_OPEN']);
    expect(await atHome('maker-qm')).toEqual({ deviationsToClose: 1 });
  });

  it('has packs that are released from site and not to the market', async () => {
    const packed = await registerDrug(stage, 'packed', 'AH-2955');
    const limits = { lower: 9_000, upper: 10_100 };
    const yields = { quantity: '100', theoretical: '100', lost: null, yieldLimits: limits };
    await make(stage, packed, { inputs: [[cold.material, '5']], ...yields });
    await testAndRelease(stage, packed, '5', false);
    const [item] = await itemsOf('maker-qp', { kind: 'marketRelease' });
    expect(item).toMatchObject({ batches: [packed.batch], state: 'ready', blocks: ['use'] });
    expect(item?.conditions.every(({ failedBy }) => failedBy.length === 0)).toBe(true);
    expect(await atHome('maker-qp')).toEqual({
      deviationsToClose: 1,
      batchesToRelease: 1,
      batchesToMarket: 1,
    });
    await stage.send('maker-qp', batchActs.releaseToMarket, { batch: packed.batch });
    expect(await itemsOf('maker-qp', { kind: 'marketRelease' })).toEqual([]);
  });

  it('has an excursion until its load is disposed of', async () => {
    const trip = await sendColdLot(cold);
    const told = { shipment: trip.shipment, logger: cold.logger, calibratedUntil: stage.day(300) };
    const { commands } = await (
      await stage.as('carrier-driver')
    ).client.upload('loggerExport', cold.exported);
    for (const pages of commands) {
      await stage.send('carrier-driver', telemetryActs.recordPages, { ...told, pages });
    }
    expect(await itemsOf('maker-qm', { kind: 'excursion' })).toMatchObject([
      { name: trip.noteNo, batches: [cold.lot.batch], blocks: ['load'], state: 'ready' },
    ]);
    expect(await itemsOf('carrier-quality', { kind: 'excursion' })).toEqual([]);
    expect(await atHome('maker-qm')).toEqual({ deviationsToClose: 1, excursionsToDispose: 1 });
    expect(await atHome('carrier-quality')).toEqual({});
  });

  it('is the own firm’s: a rival, and an authority with a purpose, see nothing of it', async () => {
    for (const login of ['rival-qp', 'drug-inspector']) {
      const { items, counts } = await deskOf(login, { batch: lot.batch });
      expect([login, items, Math.max(...Object.values(counts))]).toEqual([login, [], 0]);
      expect([login, await atHome(login)]).toEqual([login, {}]);
    }
    expect((await fetch(`${gateway.url}/api/quality-desk`)).status).toBe(401);
  });

  it('is found by words of the product, and by state and part', async () => {
    const found = async (query: object) => (await itemsOf('maker-qp', query)).map(({ kind }) => kind).sort();
    expect(await found({ q: '乳糖 ex-01' })).toEqual(['deviation', 'hold', 'siteRelease']);
    expect(await found({ q: lot.batch.slice(0, 12) })).toEqual(['deviation', 'hold', 'siteRelease']);
    expect(await found({ q: 'aspirin' })).toEqual([]);
    expect(await found({ state: 'blocked' })).toEqual(['siteRelease']);
    expect(await found({ state: 'overdue' })).toEqual([]);
    expect(await found({ whose: 'partner' })).toEqual([]);
  });

  it('is paged, who waits longest first', async () => {
    const whole = await itemsOf('maker-qp');
    expect(whole.length).toBeGreaterThan(3);
    expect(whole.map(({ since }) => since)).toEqual(whole.map(({ since }) => since).sort());
    const found: DeskItem[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await deskOf('maker-qp', { limit: 1, cursor });
      found.push(...page.items);
      cursor = page.next;
    }
    expect(found).toEqual(whole);
  });

  it.each([{ cursor: 'nonsense' }, { kind: 'rumour' }, { state: 'late' }, { batch: 'b' }, { q: '' }])(
    'refuses %j',
    async (query) => {
      await expect(itemsOf('maker-qp', query)).rejects.toMatchObject({ code: 'QUERY_INVALID' });
    },
  );
});
