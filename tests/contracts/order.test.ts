import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { parseRefusal, type YaosuError } from '@yaosu/chaincode/model/kernel/errors';
import { LedgerError } from '@yaosu/network';
import { FIRMS, MAKER_GLN, SUPPLIER_GLN } from '../support/cast.js';
import { registeredLot } from '../support/goods.js';
import {
  confirmation,
  confirmedOrder,
  licensed,
  listed,
  notice,
  orderPayload,
  placedOrder,
  suppliedLot,
} from '../support/orders.js';
import { digest, freshGln, freshId, site } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { place, confirm, shipNotice } = ACTS.Order;
const freshMaterial = (): string => digest(`material ${freshId()}`);

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
  await licensed(stage, 'supplier', 'materialRegistration');
  await licensed(stage, 'wholesaler', 'drugDistribution');
}, 60_000);
afterAll(() => stage.network.close());

/** The refusal of an order, with what it says. */
const refusalOf = async (payload: Record<string, unknown>): Promise<YaosuError | undefined> => {
  try {
    await stage.must('makerPurchaser', place, payload);
    return undefined;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return [error.message, ...(error.details.messages ?? [])].map(parseRefusal).find(Boolean);
  }
};

describe('an order is blocked when', () => {
  const cases: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>, string])[] = [
    ['the entry is pending', { standing: 'pending' }, {}, 'standing'],
    ['the supplier is suspended', { standing: 'suspended' }, {}, 'standing'],
    ['the supplier is disqualified', { standing: 'disqualified' }, {}, 'standing'],
    ['the entry is of another material', { material: digest('other') }, {}, 'otherMaterial'],
    ['it goes to another supplier', {}, { supplier: 'cdmo', site: FIRMS.cdmo.gln }, 'otherSupplier'],
    ['it goes to another site', {}, { site: MAKER_GLN }, 'otherSite'],
    ['there is no such entry', {}, { approval: freshId() }, 'notListed'],
    ['no entry is named', {}, { approval: null }, 'notListed'],
  ];
  test.each(cases)('%s', async (_, ofEntry, ofOrder, reason) => {
    const material = freshMaterial();
    const entry = await listed(stage, { material, ...ofEntry });
    const refusal = await refusalOf(orderPayload(entry, material, ofOrder));
    expect([refusal?.code, refusal?.details['reason']]).toEqual(['SUPPLIER_NOT_QUALIFIED', reason]);
  });

  test("the supplier's licence is not in force at the site today, and those who are qualified are named", async () => {
    const root = await stage.network.register('expired', ['supplier'], 'ManufacturerMSP');
    const gln = freshGln();
    const added = { act: ACTS.Enterprise.addSite, actors: [root], payload: site('expired', gln) };
    await stage.network.submit(stage.network.envelope(added), 'ManufacturerMSP');
    const papers = { enterprise: 'expired', sites: [gln], notBefore: '2020-01-01', notAfter: '2020-12-31' };
    await licensed(stage, 'supplier', 'materialRegistration', papers);
    const material = freshMaterial();
    const blocked = await listed(stage, { supplier: 'expired', site: gln, material });
    const good = [
      await listed(stage, { material }),
      await listed(stage, { material, standing: 'conditional' }),
    ];
    await listed(stage, { material, standing: 'suspended' });
    await listed(stage, { supplier: 'expired', site: gln, material });
    await listed(stage);
    const refusal = await refusalOf(orderPayload(blocked, material, { supplier: 'expired', site: gln }));
    expect(refusal?.details).toEqual({
      reason: 'licence',
      alternates: [...good].sort(),
      suppliers: ['supplier', 'supplier'],
    });
    expect(await refusalOf(orderPayload(good[0] ?? '', material))).toBeUndefined();
  });

  test('the licence is of another kind', async () => {
    const material = freshMaterial();
    const gln = freshGln();
    await stage.must('supplierRoot', ACTS.Enterprise.addSite, site('supplier', gln));
    await licensed(stage, 'supplier', 'gmpInspection', { sites: [gln] });
    const entry = await listed(stage, { material, site: gln });
    const refusal = await refusalOf(orderPayload(entry, material, { site: gln }));
    expect(refusal?.details['reason']).toBe('licence');
  });

  test.each([
    ['it is wanted yesterday', { requiredBy: '2020-01-01' }, 'ORDER_DATE_WRONG'],
    ['it is of nothing', { lines: [] }, 'INPUT_INVALID'],
    ['it names a price', { price: '10' }, 'INPUT_INVALID'],
    ["it is another's", { buyer: 'rival' }, 'ENTERPRISE_FOREIGN'],
  ])('%s', async (_, change, code) => {
    const material = freshMaterial();
    const payload = orderPayload(await listed(stage, { material }), material, change);
    expect(await stage.send('makerPurchaser', place, payload)).toBe(code);
  });

  test('its id is taken', async () => {
    const { order, material } = await placedOrder(stage);
    const payload = orderPayload(await listed(stage, { material }), material, { order });
    expect(await stage.send('makerPurchaser', place, payload)).toBe('ORDER_EXISTS');
  });
});

describe('a pharmacy', () => {
  const ofWholesaler = (change: Record<string, unknown> = {}): Record<string, unknown> =>
    orderPayload(null, freshMaterial(), {
      buyer: 'pharmacy',
      supplier: 'wholesaler',
      site: FIRMS.wholesaler.gln,
      ...change,
    });
  test('orders of a licensed wholesaler without a list', async () => {
    expect(await stage.send('pharmacist', place, ofWholesaler())).toBe('VALID');
  });
  test.each([
    ['at a site that the licence does not name', { site: SUPPLIER_GLN }],
    ['of a firm that supplies nothing', { supplier: 'carrier', site: FIRMS.carrier.gln }],
    ['of nobody', { supplier: 'nobody' }],
  ])('does not order %s', async (_, change) => {
    expect(await stage.send('pharmacist', place, ofWholesaler(change))).toBe('SUPPLIER_NOT_QUALIFIED');
  });
});

describe('confirming', () => {
  const cases: readonly (readonly [string, (material: string) => Record<string, unknown>, string])[] = [
    ['all', (material) => ({ lines: [{ material, quantity: '100', unit: 'KGM' }] }), 'VALID'],
    [
      'more',
      (material) => ({ lines: [{ material, quantity: '100.000001', unit: 'KGM' }] }),
      'ORDER_LINES_EXCEED',
    ],
    [
      'another material',
      () => ({ lines: [{ material: digest('other'), quantity: '1', unit: 'KGM' }] }),
      'ORDER_LINES_EXCEED',
    ],
    [
      'in another unit',
      (material) => ({ lines: [{ material, quantity: '1', unit: 'GRM' }] }),
      'ORDER_LINES_EXCEED',
    ],
    ['for yesterday', () => ({ deliverOn: '2020-01-01' }), 'ORDER_DATE_WRONG'],
  ];
  test.each(cases)('%s', async (_, change, code) => {
    const ordered = await placedOrder(stage);
    const payload = confirmation(ordered, change(ordered.material));
    expect(await stage.send('supplierKeeper', confirm, payload)).toBe(code);
  });
});

describe('a ship notice', () => {
  test.each([
    ['of more than was confirmed', { quantity: '80.5' }, 'ORDER_LINES_EXCEED'],
    ['in another unit', { unit: 'GRM' }, 'UNIT_MISMATCH'],
    ['of an unknown batch', { batch: digest('unknown') }, 'BATCH_NOT_FOUND'],
  ])('%s is refused', async (_, change, code) => {
    const ordered = await confirmedOrder(stage);
    const { batch, unit } = await suppliedLot(stage);
    const lines = [{ batch, quantity: '80', unit, ...change }];
    const goods = await registeredLot(stage, { firm: 'supplier' });
    expect(await stage.send('supplierKeeper', shipNotice, notice(ordered, goods, { lines }))).toBe(code);
  });
});

describe('state × act', () => {
  const states = { placed: placedOrder, confirmed: confirmedOrder, shipped: undefined } as const;
  const shipped = async (): Promise<{ order: string; material: string }> => {
    const ordered = await confirmedOrder(stage);
    await stage.must('supplierKeeper', shipNotice, notice(ordered, await suppliedLot(stage)));
    return ordered;
  };
  /** Written by hand; the other cells are refused. */
  const cells: readonly (readonly [keyof typeof states, 'confirm' | 'shipNotice', string])[] = [
    ['placed', 'confirm', 'VALID'],
    ['placed', 'shipNotice', 'STATE_WRONG'],
    ['confirmed', 'confirm', 'STATE_WRONG'],
    ['confirmed', 'shipNotice', 'VALID'],
    ['shipped', 'confirm', 'STATE_WRONG'],
    ['shipped', 'shipNotice', 'STATE_WRONG'],
  ];
  test.each(cells)('%s × %s: %s', async (state, act, code) => {
    const ordered = await (states[state]?.(stage) ?? shipped());
    const lot = await suppliedLot(stage);
    const payload = act === 'confirm' ? confirmation(ordered) : notice(ordered, lot);
    expect(await stage.send('supplierKeeper', ACTS.Order[act], payload)).toBe(code);
  });

  test('an order that is none is refused', async () => {
    const nothing = { order: freshId(), material: freshMaterial() };
    expect(await stage.send('supplierKeeper', confirm, confirmation(nothing))).toBe('ORDER_NOT_FOUND');
  });
});
