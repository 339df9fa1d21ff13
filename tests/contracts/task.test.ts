import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { TaskState, TaskStep } from '@yaosu/chaincode/model/task/states';
import { TASK_STATES } from '@yaosu/chaincode/model/task/states';
import { MAKER_GLN, type Name } from '../support/cast.js';
import { heldLot, releasedLot } from '../support/goods.js';
import { digest, freshGln, freshId } from '../support/payloads.js';
import { Stage } from '../support/stage.js';
import {
  acceptedTask,
  commissionedBatch,
  deliveredTask,
  deliveryPayload,
  disputedTask,
  keptTerms,
  offeredTask,
  offerPayload,
  sealedTerms,
  sealPayload,
} from '../support/tasks.js';

type Payload = Record<string, unknown>;
const { Task } = ACTS;
const reason = digest('reason');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

/** Writes of a transaction, and its event. */
const traceOf = async (txId: string): Promise<{ readonly writes: number; readonly event: boolean }> => {
  const { ledger } = stage.network;
  const found = await ledger.find(txId);
  const { transactions } = await ledger.block(found?.block ?? -1n);
  const transaction = transactions.find((each) => each.txId === txId);
  return { writes: transaction?.writes.length ?? -1, event: transaction?.event !== undefined };
};

describe('terms are sealed', () => {
  test('between the two, and nothing is written in public', async () => {
    const payload = sealPayload(stage);
    const { txId, cmd } = await stage.must('makerPurchaser', Task.sealTerms, payload);
    expect(await traceOf(txId)).toEqual({ writes: 0, event: false });
    expect(await stage.network.state.record(`cmd~${cmd}`)).toBeUndefined();
  });

  test('by the host of the client alone', async () => {
    const endorsers = ['ManufacturerMSP'] as const;
    expect(await stage.send('makerPurchaser', Task.sealTerms, sealPayload(stage), { endorsers })).toBe(
      'VALID',
    );
  });

  test('where both have one host, in what that host has for itself', async () => {
    await stage.network.register('twin', ['cdmo'], 'ManufacturerMSP');
    const endorsers = ['ManufacturerMSP'] as const;
    const payload = sealPayload(stage, { cdmo: 'twin' });
    expect(await stage.send('makerPurchaser', Task.sealTerms, payload, { endorsers })).toBe('VALID');
  });

  test('once: a replay is answered with the transaction of the first', async () => {
    const { network } = stage;
    const { envelope } = await stage.compose('makerPurchaser', Task.sealTerms, sealPayload(stage));
    const endorsers = ['ManufacturerMSP'] as const;
    const first = await network.submit(envelope, 'ManufacturerMSP', { endorsers });
    await expect(network.submit(envelope, 'ManufacturerMSP', { endorsers })).rejects.toThrow(
      `ALREADY {"txId":"${first.txId}"}`,
    );
  });

  const refused: readonly (readonly [string, (terms: Payload) => Payload, string])[] = [
    ['to nobody', () => ({ cdmo: 'nobody' }), 'ENTERPRISE_NOT_FOUND'],
    ['to itself', () => ({ cdmo: 'maker' }), 'TASK_CDMO_UNFIT'],
    ['to a firm that is no CDMO', () => ({ cdmo: 'supplier' }), 'TASK_CDMO_UNFIT'],
    ['for another client', () => ({ client: 'rival' }), 'ENTERPRISE_FOREIGN'],
    [
      'that the gateway did not bring',
      (terms) => ({ terms: { ...terms, sealed: freshId() } }),
      'TASK_TERMS_MISSING',
    ],
    ['with a price in clear', (terms) => ({ terms: { ...terms, price: '10' } }), 'INPUT_INVALID'],
  ];
  test.each(refused)('not %s', async (_, change, code) => {
    const payload = sealPayload(stage, change(keptTerms(stage)));
    expect(await stage.send('makerPurchaser', Task.sealTerms, payload)).toBe(code);
  });

  test('not other ones than were signed, and not twice', async () => {
    const terms = keptTerms(stage);
    const payload = sealPayload(stage, { terms });
    const kept = stage.network.kept.get(terms.sealed);
    stage.network.kept.set(terms.sealed, Buffer.from('other terms'));
    expect(await stage.send('makerPurchaser', Task.sealTerms, payload)).toBe('TASK_TERMS_WRONG');
    stage.network.kept.set(terms.sealed, kept ?? new Uint8Array());
    expect(await stage.send('makerPurchaser', Task.sealTerms, payload)).toBe('VALID');
    expect(await stage.send('makerPurchaser', Task.sealTerms, payload)).toBe('TASK_TERMS_EXIST');
  });
});

describe('an offer', () => {
  const refused: readonly (readonly [string, Payload, string])[] = [
    [
      'on terms that were not sealed',
      { terms: { commitment: freshId(), sealed: freshId() } },
      'TASK_TERMS_MISSING',
    ],
    ['to another than they were sealed for', { cdmo: 'supplier' }, 'TASK_CDMO_UNFIT'],
    ['at a site without a licence', { site: freshGln() }, 'TASK_CDMO_UNFIT'],
    ["at the client's own site", { site: MAKER_GLN }, 'TASK_CDMO_UNFIT'],
    ['due before it starts', { startOn: '2049-01-01' }, 'TASK_DATE_WRONG'],
    ['due yesterday', { startOn: '2020-01-01', deliverBy: '2020-01-02' }, 'TASK_DATE_WRONG'],
    ["as another's", { client: 'rival' }, 'ENTERPRISE_FOREIGN'],
    ['of nothing', { quantity: '0' }, 'INPUT_INVALID'],
    ['with a price', { price: { amount: '10', currency: 'CNY' } }, 'INPUT_INVALID'],
  ];
  test.each(refused)('%s is refused', async (_, change, code) => {
    const payload = offerPayload(await sealedTerms(stage), change);
    expect(await stage.send('makerPurchaser', Task.offer, payload)).toBe(code);
  });

  test('of an id that is taken is refused', async () => {
    const task = await offeredTask(stage);
    const payload = offerPayload(await sealedTerms(stage), { task });
    expect(await stage.send('makerPurchaser', Task.offer, payload)).toBe('TASK_EXISTS');
  });

  test('that is due today is accepted', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const task = await offeredTask(stage, { startOn: '2020-01-01', deliverBy: today });
    expect(await stage.send('cdmoQp', Task.accept, { task })).toBe('VALID');
  });
});

describe('a delivery', () => {
  const cases: readonly (readonly [string, () => Promise<Payload>, string])[] = [
    [
      'of what it made for the client',
      async () => ({ batch: (await commissionedBatch(stage)).batch }),
      'VALID',
    ],
    [
      'of what it made for nobody yet',
      async () => ({ batch: (await commissionedBatch(stage, { kind: 'api', mah: null })).batch }),
      'VALID',
    ],
    [
      'of what it made for a rival',
      async () => ({ batch: (await commissionedBatch(stage, { mah: 'rival' })).batch }),
      'TASK_BATCH_FOREIGN',
    ],
    [
      'of what the client made',
      async () => ({ batch: (await releasedLot(stage)).batch }),
      'TASK_BATCH_FOREIGN',
    ],
    ['of an unknown batch', () => Promise.resolve({ batch: freshId() }), 'BATCH_NOT_FOUND'],
    ['in another unit', () => Promise.resolve({ batch: freshId(), unit: 'KGM' }), 'UNIT_MISMATCH'],
    [
      'of more than was ordered',
      () => Promise.resolve({ quantity: '10000.000001' }),
      'TASK_QUANTITY_EXCEEDED',
    ],
  ];
  test.each(cases)('%s', async (_, change, code) => {
    const task = await acceptedTask(stage);
    const { batch } = await heldLot(stage);
    const goods = { batch, unit: 'H87', firm: 'cdmo', quantity: '10000', site: '' } as const;
    expect(await stage.send('cdmoKeeper', Task.deliver, deliveryPayload(task, goods, await change()))).toBe(
      code,
    );
  });

  test('of what is not released, or on hold, is refused', async () => {
    const task = await acceptedTask(stage);
    const goods = await commissionedBatch(stage);
    const hold = { batch: goods.batch, reason, parcel: null };
    await stage.must('cdmoQp', ACTS.Batch.hold, hold);
    expect(await stage.send('cdmoKeeper', Task.deliver, deliveryPayload(task, goods))).toBe('BATCH_HELD');
    await stage.must('cdmoQp', ACTS.Batch.reject, { batch: goods.batch, reason });
    expect(await stage.send('cdmoKeeper', Task.deliver, deliveryPayload(task, goods))).toBe(
      'BATCH_NOT_RELEASED',
    );
  });
});

describe('state × act', () => {
  const answered = async (name: Name, step: 'decline' | 'withdraw'): Promise<string> => {
    const task = await offeredTask(stage);
    await stage.must(name, Task[step], { task, reason });
    return task;
  };
  const completed = async (): Promise<string> => {
    const task = await deliveredTask(stage);
    await stage.must('makerQuality', Task.acceptDelivery, { task });
    return task;
  };
  const STATES: Readonly<Record<TaskState, () => Promise<string>>> = {
    offered: () => offeredTask(stage),
    declined: () => answered('cdmoQp', 'decline'),
    withdrawn: () => answered('makerPurchaser', 'withdraw'),
    accepted: () => acceptedTask(stage),
    delivered: () => deliveredTask(stage),
    disputed: () => disputedTask(stage),
    completed,
  };
  const STEPS: Readonly<
    Record<TaskStep, { readonly by: Name; readonly payload: (task: string) => Promise<Payload> }>
  > = {
    accept: { by: 'cdmoQp', payload: (task) => Promise.resolve({ task }) },
    decline: { by: 'cdmoQp', payload: (task) => Promise.resolve({ task, reason }) },
    withdraw: { by: 'makerPurchaser', payload: (task) => Promise.resolve({ task, reason }) },
    report: {
      by: 'cdmoProduction',
      payload: (task) => Promise.resolve({ task, stage: 'inTesting', made: null }),
    },
    deliver: {
      by: 'cdmoKeeper',
      payload: async (task) => deliveryPayload(task, await commissionedBatch(stage)),
    },
    acceptDelivery: { by: 'makerQuality', payload: (task) => Promise.resolve({ task }) },
    dispute: { by: 'makerQuality', payload: (task) => Promise.resolve({ task, reason }) },
  };
  /** Written by hand: where each allowed act leads; every other cell is refused. */
  const ALLOWED: Readonly<Record<string, TaskState>> = {
    'offered × accept': 'accepted',
    'offered × decline': 'declined',
    'offered × withdraw': 'withdrawn',
    'accepted × report': 'accepted',
    'accepted × deliver': 'delivered',
    'delivered × acceptDelivery': 'completed',
    'delivered × dispute': 'disputed',
    'disputed × report': 'disputed',
    'disputed × deliver': 'delivered',
    'disputed × acceptDelivery': 'completed',
  };
  const cells = TASK_STATES.flatMap((state) =>
    (Object.keys(STEPS) as TaskStep[]).map((step) => {
      const leads = ALLOWED[`${state} × ${step}`];
      return { state, step, leads, title: `${state} × ${step}: ${leads ?? 'refused'}` };
    }),
  );
  test.each(cells)('$title', async ({ state, step, leads }) => {
    const task = await STATES[state]();
    const { by, payload } = STEPS[step];
    const code = await stage.send(by, Task[step], await payload(task));
    expect(code).toBe(leads === undefined ? 'STATE_WRONG' : 'VALID');
    const record = await stage.network.state.record(`task~${task}`);
    expect(record?.['state']).toBe(leads ?? state);
  });

  test.each(Object.keys(STEPS) as TaskStep[])('%s on a task that is none is refused', async (step) => {
    const { by, payload } = STEPS[step];
    expect(await stage.send(by, Task[step], await payload(freshId()))).toBe('TASK_NOT_FOUND');
  });
});
