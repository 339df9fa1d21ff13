import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Actor } from '../support/actor.js';
import type { Name } from '../support/cast.js';
import {
  acceptedParcels,
  closingPayload,
  deviationPayload,
  madeBatch,
  packedBatch,
  registeredLot,
  registeredOutput,
  releaseGoods,
  reviewBatch,
  reviewedLot,
  testBatch,
  transformPayload,
  type Goods,
} from '../support/goods.js';
import { digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';
import { codeOf } from '../support/test-network.js';

const { releaseFromSite, releaseToMarket, reject, hold, transform } = ACTS.Batch;
const { review, close, openDeviation } = ACTS.Quality;
const reason = digest('reason');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

const release = ({ batch }: Goods): Promise<string> => stage.send('makerQp', releaseFromSite, { batch });

describe('a release from site rests on', () => {
  const cases: readonly (readonly [string, () => Promise<Goods>, string])[] = [
    ['a test result', () => registeredLot(stage), 'RESULT_MISSING'],
    [
      'a review',
      async () => {
        const goods = await registeredLot(stage);
        await testBatch(stage, goods);
        return goods;
      },
      'REVIEW_MISSING',
    ],
    [
      'a review after the last result',
      async () => {
        const goods = await reviewedLot(stage);
        await testBatch(stage, goods);
        return goods;
      },
      'REVIEW_MISSING',
    ],
    [
      'results within specification',
      async () => {
        const goods = await registeredLot(stage);
        await testBatch(stage, goods, 'fail');
        await reviewBatch(stage, goods);
        return goods;
      },
      'OOS_OPEN',
    ],
    [
      'closed deviations',
      async () => {
        const goods = await reviewedLot(stage);
        await stage.must('makerProduction', openDeviation, deviationPayload(goods));
        return goods;
      },
      'DEVIATION_OPEN',
    ],
    [
      'favourable conclusions',
      async () => {
        const goods = await reviewedLot(stage);
        const { cmd } = await stage.must('makerProduction', openDeviation, deviationPayload(goods));
        await stage.must('makerQuality', close, closingPayload(goods, cmd, 'reworkNeeded'));
        return goods;
      },
      'CONCLUSION_ADVERSE',
    ],
    [
      'no hold',
      async () => {
        const goods = await reviewedLot(stage);
        await stage.must('makerQuality', hold, { batch: goods.batch, reason, parcel: null });
        return goods;
      },
      'BATCH_HELD',
    ],
    [
      'a date that has not passed',
      () => reviewedLot(stage, { change: { manufactured: '2020-01-01', usableUntil: '2020-01-02' } }),
      'BATCH_EXPIRED',
    ],
  ];
  test.each(cases)('%s', async (_, build, code) => {
    expect(await release(await build())).toBe(code);
  });

  test('an investigation of every failed result, closed by another person than the tester', async () => {
    const goods = await registeredLot(stage);
    const failed = await testBatch(stage, goods, 'fail');
    await reviewBatch(stage, goods);
    expect(await release(goods)).toBe('OOS_OPEN');
    await stage.must('makerQuality', close, closingPayload(goods, failed.result));
    expect(await release(goods)).toBe('VALID');
  });

  test('released inputs, now', async () => {
    const input = await acceptedParcels(stage);
    const output = await registeredOutput(stage);
    await stage.must('makerProduction', transform, transformPayload(output, input));
    await stage.must('makerQuality', reject, { batch: input.batch, reason });
    await testBatch(stage, output);
    await reviewBatch(stage, output);
    expect(await release(output)).toBe('INPUT_NOT_RELEASED');
  });
});

describe('tester, reviewer and releaser are three persons', () => {
  const keyOf = (person: Name, functions: 'reviewer' | 'qualifiedPerson'): Promise<Actor> =>
    stage.network.admit(stage.actor('makerRoot'), [functions], 'ManufacturerMSP', stage.actor(person).person);

  const sendAs = async (actor: Actor, act: Act, payload: Record<string, unknown>): Promise<string> => {
    const batch = String(payload['batch']);
    const seenHash = await stage.network.state.hashOf(`batch~${batch}`);
    const envelope = stage.network.envelope({ act, actors: [actor], payload, seenHash });
    return codeOf(stage.network.submit(envelope, 'ManufacturerMSP'));
  };

  test('the tester does not review', async () => {
    const goods = await registeredLot(stage);
    await testBatch(stage, goods);
    const tester = await keyOf('makerAnalyst', 'reviewer');
    expect(await sendAs(tester, review, { batch: goods.batch, report: reason })).toBe('PERSON_INVOLVED');
  });

  test.each(['makerAnalyst', 'makerReviewer'] as const)('%s does not release', async (person) => {
    const goods = await reviewedLot(stage);
    const releaser = await keyOf(person, 'qualifiedPerson');
    expect(await sendAs(releaser, releaseFromSite, { batch: goods.batch })).toBe('PERSON_INVOLVED');
  });

  test('who opened a deviation does not close it', async () => {
    const goods = await registeredLot(stage);
    const { cmd } = await stage.must('makerQuality', openDeviation, deviationPayload(goods));
    expect(await stage.send('makerQuality', close, closingPayload(goods, cmd))).toBe('PERSON_INVOLVED');
    expect(await stage.send('makerQp', close, closingPayload(goods, cmd))).toBe('VALID');
  });
});

describe('a release to the market', () => {
  test('is of packed goods', async () => {
    const goods = await releaseGoods(stage, await registeredLot(stage, { change: { mah: 'maker' } }));
    expect(await stage.send('makerQp', releaseToMarket, { batch: goods.batch })).toBe('BATCH_KIND_FORBIDDEN');
  });

  test("is the MAH's alone", async () => {
    const { batch } = await releaseGoods(stage, await madeBatch(stage, { firm: 'cdmo' }));
    const codes = [
      await stage.send('cdmoQp', releaseToMarket, { batch }),
      await stage.send('rivalAll', releaseToMarket, { batch }),
      await stage.send('makerQp', releaseToMarket, { batch }),
    ];
    expect(codes).toEqual(['PARTY_ROLE_MISSING', 'ENTERPRISE_FOREIGN', 'VALID']);
  });

  test('waits for a deviation that was opened after the release from site', async () => {
    const goods = await releaseGoods(stage, await madeBatch(stage));
    const { batch } = goods;
    const { cmd } = await stage.must('makerQuality', openDeviation, deviationPayload(goods));
    expect(await stage.send('makerQp', releaseToMarket, { batch })).toBe('DEVIATION_OPEN');
    await stage.must('makerQp', close, closingPayload(goods, cmd));
    expect(await stage.send('makerQp', releaseToMarket, { batch })).toBe('VALID');
  });
});

describe('state × act', () => {
  const states: Readonly<Record<string, () => Promise<Goods>>> = {
    inProcess: () => registeredOutput(stage),
    quarantine: async () => {
      const goods = await madeBatch(stage);
      await testBatch(stage, goods);
      await reviewBatch(stage, goods);
      return goods;
    },
    released: async () => releaseGoods(stage, await madeBatch(stage)),
    marketed: () => packedBatch(stage),
    rejected: async () => {
      const goods = await registeredOutput(stage);
      await stage.must('makerQuality', reject, { batch: goods.batch, reason });
      return goods;
    },
  };
  const acts: Readonly<Record<string, (goods: Goods) => Promise<string>>> = {
    transform: async (goods) =>
      stage.send('makerProduction', transform, transformPayload(goods, await acceptedParcels(stage))),
    review: ({ batch }) => stage.send('makerReviewer', review, { batch, report: reason }),
    releaseFromSite: release,
    releaseToMarket: ({ batch }) => stage.send('makerQp', releaseToMarket, { batch }),
    reject: ({ batch }) => stage.send('makerQp', reject, { batch, reason }),
    hold: ({ batch }) => stage.send('makerQp', hold, { batch, reason, parcel: null }),
  };
  /** Written by hand; every other cell is refused. */
  const allowed: readonly (readonly [state: string, act: string])[] = [
    ['inProcess', 'transform'],
    ['inProcess', 'reject'],
    ['inProcess', 'hold'],
    ['quarantine', 'review'],
    ['quarantine', 'releaseFromSite'],
    ['quarantine', 'reject'],
    ['quarantine', 'hold'],
    ['released', 'releaseToMarket'],
    ['released', 'reject'],
    ['released', 'hold'],
    ['marketed', 'reject'],
    ['marketed', 'hold'],
    ['rejected', 'hold'],
  ];
  const cells = Object.keys(states).flatMap((state) =>
    Object.keys(acts).map((act) => {
      const isAllowed = allowed.some(([from, name]) => from === state && name === act);
      return { state, act, isAllowed };
    }),
  );
  test.each(cells)('$state × $act: allowed $isAllowed', async ({ state, act, isAllowed }) => {
    const goods = await states[state]?.();
    if (goods === undefined) throw new Error(`no state ${state}`);
    const code = await acts[act]?.(goods);
    if (isAllowed) expect(code).toBe('VALID');
    else expect(['STATE_WRONG', 'BATCH_NOT_RELEASED']).toContain(code);
  });
});
