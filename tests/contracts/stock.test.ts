import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN, SUPPLIER_GLN, type Name } from '../support/cast.js';
import {
  acceptedParcels,
  adjustPayload,
  destroyPayload,
  inspectPayload,
  registeredLot,
  releasedLot,
  secondSite,
  shelfOf,
  type Goods,
} from '../support/goods.js';
import { digest, freshId } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { inspect, split, move, adjust, use, destroy } = ACTS.Stock;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.enter();
}, 60_000);
afterAll(() => stage.network.close());

/** Unspent parcels of a batch as `quantity status site`. */
const shelvesOf = async ({ batch }: Goods): Promise<readonly string[]> => {
  const parcels = [...(await stage.network.state.records('parcel~')).values()];
  return parcels
    .filter((parcel) => parcel['batch'] === batch && parcel['spentBy'] === null)
    .map(({ quantity, status, site }) => `${String(quantity)} ${String(status)} ${String(site)}`);
};
const at = (...shelves: readonly string[]): readonly string[] =>
  shelves.map((each) => `${each} ${MAKER_GLN}`);

describe('inspecting', () => {
  /** From → to → who may, by hand: inspector (I), quality manager (M), qualified person (P); the rest is refused. */
  const cells: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    quarantine: { acceptable: 'IMP', unacceptable: 'IMP', pending: 'IMP' },
    acceptable: { quarantine: 'MP', unacceptable: 'MP', pending: 'IMP' },
    pending: { quarantine: 'MP', acceptable: 'MP', unacceptable: 'MP' },
    unacceptable: { pending: 'MP' },
  };
  const statuses = ['quarantine', 'acceptable', 'unacceptable', 'pending', 'returned'];
  const inspectors: readonly (readonly [string, Name])[] = [
    ['I', 'makerReceiving'],
    ['M', 'makerQuality'],
    ['P', 'makerQp'],
  ];
  const into = async (status: string): Promise<Goods> => {
    const goods = await registeredLot(stage);
    const steps = status === 'unacceptable' || status === 'acceptable' || status === 'pending';
    if (steps) await stage.must('makerQuality', inspect, inspectPayload(goods, { result: status }));
    return goods;
  };
  const table = Object.keys(cells).flatMap((status) =>
    statuses.flatMap((result) =>
      inspectors.map(([letter, name]) => {
        const functions = cells[status]?.[result];
        const code = functions?.includes(letter) ? 'VALID' : functions ? 'FUNCTION_MISSING' : 'STATE_WRONG';
        return { status, result, name, code };
      }),
    ),
  );
  test.each(table)('$status → $result by $name: $code', async ({ status, result, name, code }) => {
    const goods = await into(status);
    expect(await stage.send(name, inspect, inspectPayload(goods, { status, result }))).toBe(code);
  });

  test('some of it leaves the rest as it was', async () => {
    const goods = await registeredLot(stage);
    await stage.must('makerReceiving', inspect, inspectPayload(goods, { quantity: '0.000001' }));
    expect(await shelvesOf(goods)).toEqual(at('999.999999 quarantine', '0.000001 acceptable'));
  });

  const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['more than there is', { quantity: '1000.000001' }, 'PARCELS_INSUFFICIENT'],
    ['what is in another status', { status: 'acceptable', result: 'pending' }, 'PARCELS_INSUFFICIENT'],
    ['in another unit', { unit: 'GRM' }, 'UNIT_MISMATCH'],
    ["at another's site", { site: SUPPLIER_GLN }, 'SITE_NOT_FOUND'],
    ["on another's shelf", { holder: 'rival' }, 'ENTERPRISE_FOREIGN'],
    ['of an unknown batch', { batch: digest('unknown') }, 'BATCH_NOT_FOUND'],
    ['nothing', { quantity: '0' }, 'INPUT_INVALID'],
    ['forty digits of it', { quantity: '9'.repeat(40) }, 'INPUT_INVALID'],
  ];
  test.each(refusals)('%s is refused', async (_, change, code) => {
    const goods = await registeredLot(stage);
    expect(await stage.send('makerReceiving', inspect, inspectPayload(goods, change))).toBe(code);
  });
});

describe('splitting', () => {
  const send = (goods: Goods, parts: readonly string[]): Promise<string> =>
    stage.send('makerKeeper', split, { ...shelfOf(goods), status: 'quarantine', parts });

  test('keeps every millionth', async () => {
    const goods = await registeredLot(stage);
    expect(await send(goods, ['0.000001', '333.3', '0.699999'])).toBe('VALID');
    const shelves = at('666 quarantine', '0.000001 quarantine', '333.3 quarantine', '0.699999 quarantine');
    expect(await shelvesOf(goods)).toEqual(shelves);
  });
  test('joins nothing of two parcels', async () => {
    const goods = await registeredLot(stage);
    await send(goods, ['300', '700']);
    expect(await send(goods, ['400', '600'])).toBe('VALID');
    const shelves = await shelvesOf(goods);
    expect([...shelves].sort()).toEqual(at('100 quarantine', '300 quarantine', '600 quarantine'));
  });
  test('makes no more than there is', async () => {
    expect(await send(await registeredLot(stage), ['600', '600'])).toBe('PARCELS_INSUFFICIENT');
  });
});

describe('moving', () => {
  const send = (goods: Goods, change: Record<string, unknown>): Promise<string> =>
    stage.send('makerKeeper', move, {
      ...shelfOf(goods),
      status: 'quarantine',
      quantity: '400',
      ...change,
    });

  test('changes the site and nothing else', async () => {
    const goods = await registeredLot(stage);
    const to = await secondSite(stage, 'maker');
    expect(await send(goods, { to })).toBe('VALID');
    expect(await shelvesOf(goods)).toEqual([`600 quarantine ${MAKER_GLN}`, `400 quarantine ${to}`]);
  });
  test("to another's site is refused", async () => {
    expect(await send(await registeredLot(stage), { to: SUPPLIER_GLN })).toBe('SITE_NOT_FOUND');
  });
  test('to where it stands is refused', async () => {
    expect(await send(await registeredLot(stage), { to: MAKER_GLN })).toBe('INPUT_INVALID');
  });
  test('of goods that the ledger has elsewhere is a dispute and changes nothing', async () => {
    const goods = await registeredLot(stage);
    const to = await secondSite(stage, 'maker');
    expect(await send(goods, { to, quantity: '1001' })).toBe('disputed PARCELS_INSUFFICIENT');
    expect(await shelvesOf(goods)).toEqual(at('1000 quarantine'));
  });
});

describe('adjusting', () => {
  const send = async (goods: Goods, change: Record<string, unknown>, second: Name = 'makerQuality') =>
    stage.send('makerKeeper', adjust, adjustPayload(goods, change), { cosigners: [stage.actor(second)] });

  const cases: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
    ['a loss', { counted: '990' }, at('990 quarantine')],
    ['a loss of some', { booked: '100', counted: '40' }, at('900 quarantine', '40 quarantine')],
    ['a loss of all', { counted: '0', reason: 'theft' }, []],
    ['a gain', { counted: '1000.5', reason: 'found' }, at('1000 quarantine', '0.5 quarantine')],
  ];
  test.each(cases)('%s is booked', async (_, change, shelves) => {
    const goods = await registeredLot(stage);
    expect(await send(goods, change)).toBe('VALID');
    expect(await shelvesOf(goods)).toEqual(shelves);
  });

  test('a gain of acceptable goods is in quarantine until it is inspected', async () => {
    const goods = await acceptedParcels(stage);
    await send(goods, { status: 'acceptable', counted: '1001', reason: 'miscount' });
    expect(await shelvesOf(goods)).toEqual(at('1000 acceptable', '1 quarantine'));
  });

  const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['nothing', { counted: '1000' }, 'INPUT_INVALID'],
    ['a gain by spillage', { counted: '1001' }, 'INPUT_INVALID'],
    ['a loss by finding', { reason: 'found' }, 'INPUT_INVALID'],
    ['more than is booked', { booked: '1001', counted: '1' }, 'PARCELS_INSUFFICIENT'],
  ];
  test.each(refusals)('%s is refused', async (_, change, code) => {
    expect(await send(await registeredLot(stage), change)).toBe(code);
  });
});

describe('using', () => {
  const send = (goods: Goods, change: Record<string, unknown> = {}): Promise<string> =>
    stage.send('makerKeeper', use, { ...shelfOf(goods), quantity: '10', consumption: 'cleaning', ...change });

  test('spends released, acceptable stock', async () => {
    const goods = await acceptedParcels(stage);
    expect(await send(goods)).toBe('VALID');
    expect(await shelvesOf(goods)).toEqual(at('990 acceptable'));
  });
  test('of goods that are not released is refused', async () => {
    expect(await send(await registeredLot(stage))).toBe('BATCH_NOT_RELEASED');
  });
  test('out of quarantine is refused', async () => {
    expect(await send(await releasedLot(stage))).toBe('PARCELS_INSUFFICIENT');
  });
  test('for what is no purpose is refused', async () => {
    expect(await send(await acceptedParcels(stage), { consumption: 'resale' })).toBe('INPUT_INVALID');
  });
});

describe('destroying', () => {
  const send = (goods: Goods, change: Record<string, unknown> = {}, witness: Name = 'drugInspector') =>
    stage.send('makerKeeper', destroy, destroyPayload(goods, change), { cosigners: [stage.actor(witness)] });

  test('goes on in spite of a hold', async () => {
    const goods = await registeredLot(stage);
    const { batch } = goods;
    await stage.must('makerQp', ACTS.Batch.hold, { batch, reason: digest('why'), parcel: null });
    expect(await send(goods)).toBe('VALID');
    expect(await shelvesOf(goods)).toEqual(at('900 quarantine'));
  });
  test('before a witness who has nothing to do with it is refused', async () => {
    expect(await send(await registeredLot(stage), {}, 'cdmoQp')).toBe('PARTY_NOT_CONCERNED');
  });
  test('under a manifest that is none is refused', async () => {
    expect(await send(await registeredLot(stage), { manifest: freshId() })).toBe('SUBJECT_NOT_FOUND');
  });
  test('of goods that the ledger has elsewhere is a dispute', async () => {
    const goods = await registeredLot(stage);
    expect(await send(goods, { quantity: '1001' })).toBe('disputed PARCELS_INSUFFICIENT');
    expect(await shelvesOf(goods)).toEqual(at('1000 quarantine'));
  });
});
