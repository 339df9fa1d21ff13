/** Bills of real acts: whose they are, what a rebuild makes of them, and what is compared with the platform. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BillView } from '../api/bills.js';
import { systemPorts } from '../ports.js';
import { compareReadModels, projectAll } from '../projection/rebuild.js';
import { layCodedShelf } from '../story/coded-shelf.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { newSeededFolder } from '../testing/seeded-folder.js';
import { SimulatedPlatform } from '../testing/simulated-platform.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { saveBills, type PlacedAct } from './save-bills.js';
import type { SentBill } from './trace-platform.js';

const MINUTES = 60_000;

describe('bills', () => {
  const platform = new SimulatedPlatform();
  let gateway: TestGateway;
  let maker: Actor;
  let pharmacy: Actor;
  let rival: Actor;
  let sale: BillView;
  beforeAll(async () => {
    const host = await platform.listen();
    const environment = {
      YAOSU_TRACE_PLATFORM: `http://${host}/`,
      YAOSU_WEBHOOK_TARGETS: host,
      YAOSU_STORY: '0',
    };
    gateway = await newTestGateway({ folder: await newSeededFolder(), environment });
    await layCodedShelf(gateway.url, systemPorts);
    const logins = ['maker-qp', 'pharmacist', 'rival-qp'];
    [maker, pharmacy, rival] = (await Promise.all(logins.map((login) => gateway.actor(login)))) as [
      Actor,
      Actor,
      Actor,
    ];
    [sale] = (await billsOf(maker, { kind: 'saleOut' })) as [BillView];
    await platform.until(() => platform.booked.some(({ kind }) => kind === 'purchaseIn'));
  }, 5 * MINUTES);
  afterAll(async () => {
    await gateway.remove();
    await platform.close();
  });

  const billsOf = async (actor: Actor, query: object = {}): Promise<readonly BillView[]> =>
    (await actor.client.read('bills', {}, query)).bills;
  const kindsOf = async (actor: Actor): Promise<readonly string[]> =>
    (await billsOf(actor)).map(({ kind }) => kind).reverse();
  const settled = async (state: BillView['state']): Promise<BillView> => {
    for (;;) {
      const { bill } = await maker.client.read('bill', { id: sale.id });
      if (bill.state === state) return bill;
    }
  };

  it('are those of the own acts, and nobody else’s', async () => {
    expect((await kindsOf(maker)).filter((kind) => kind !== 'unpack')).toEqual(['productionIn', 'saleOut']);
    expect(await kindsOf(pharmacy)).toContain('purchaseIn');
    expect(await kindsOf(rival)).toEqual([]);
    expect(sale).toMatchObject({ partner: pharmacy.enterprise, quantity: '12', reverses: null });
    const foreign = { code: 'RECORD_NOT_FOUND' };
    await expect(rival.client.read('bill', { id: sale.id })).rejects.toMatchObject(foreign);
    await expect(rival.client.call('sendBillAgain', { bill: sale.id })).rejects.toMatchObject(foreign);
  });

  it('reach the platform with product and lot, which the firm may read', async () => {
    const accepted = await settled('accepted');
    const got = platform.booked.find(({ bill }) => bill === sale.id);
    expect(got).toMatchObject({ kindName: '销售出库', direction: 'out', partner: pharmacy.enterprise });
    expect(
      got?.lines.every(({ product, lot }) => product !== null && lot?.startsWith('AH-3101') === true),
    ).toBe(true);
    expect(accepted.externalNo).toMatch(/^P-\d{6}$/);
    const again = maker.client.call('sendBillAgain', { bill: sale.id });
    await expect(again).rejects.toMatchObject({ code: 'BILL_NOT_REFUSED' });
  });

  it('are found by kind, state, day and other side, page by page', async () => {
    await settled('accepted');
    const { day, partner } = sale;
    const found = await billsOf(maker, { kind: 'saleOut', from: day, to: day, partner, state: 'accepted' });
    expect(found.map(({ id }) => id)).toEqual([sale.id]);
    expect(await billsOf(maker, { state: 'refused' })).toEqual([]);
    expect(await billsOf(maker, { to: '2020-01-01' })).toEqual([]);
    const { bills: first, next } = await maker.client.read('bills', {}, { limit: 1 });
    const { bills: second } = await maker.client.read('bills', {}, { limit: 1, cursor: next ?? '' });
    expect([...first, ...second]).toEqual((await billsOf(maker)).slice(0, 2));
    const wrong = maker.client.read('bills', {}, { cursor: 'x' });
    await expect(wrong).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  });

  it('that the platform has lost are sent again, and foreign ones are shown', async () => {
    await settled('accepted');
    const booked = platform.booked.find(({ bill }) => bill === sale.id) as SentBill;
    platform.forget(sale.id);
    platform.inject({ ...booked, bill: 'f'.repeat(64), quantity: '7' });
    const { day } = sale;
    const result = await maker.client.call('reconcileBills', { day });
    expect(result.differences).toEqual([
      expect.objectContaining({ what: 'missing', bill: sale.id, here: '12', there: null }),
      expect.objectContaining({ what: 'foreign', bill: 'f'.repeat(64), here: null, there: '7' }),
    ]);
    await settled('accepted');
    expect(platform.booked.filter(({ bill }) => bill === sale.id)).toHaveLength(1);
    const told = await maker.client.read('tracePlatform', {});
    expect(told.reconciliations.find((each) => each.day === day)).toEqual(result);
    platform.fates.push('failed');
    const away = maker.client.call('reconcileBills', { day });
    await expect(away).rejects.toMatchObject({ code: 'TRACE_PLATFORM_AWAY' });
  });

  it('are made by a rebuild as they were; a reversal names what it takes back', async () => {
    const rebuilt = await openMemoryDatabase();
    const { services } = gateway;
    const { ledger } = services.access;
    await projectAll(ledger, rebuilt, Number(await ledger.height()), services.vault);
    expect(await compareReadModels(services.db, rebuilt)).toEqual([]);
    const acts = ['dispense', 'reverse', 'dispense', 'reverse'].map((act, position): PlacedAct => {
      const value = { code: 'a pack', batch: 'b', enterprise: 'pharmacy', fate: null };
      const command = { contract: 'Code', act, cmd: 'c', parties: [], payload: {} };
      const written = [{ key: 'unit~u', type: 'unit' as const, value }];
      return {
        position,
        act: { command, at: sale.at, txId: `tx${String(position)}`, block: 9_999, written },
      };
    });
    await saveBills(rebuilt, 9_999, acts);
    const rows = await rebuilt
      .selectFrom('bills')
      .selectAll()
      .where('block', '=', 9_999)
      .orderBy('position')
      .execute();
    expect(rows.map(({ reverses }) => reverses)).toEqual([null, rows[0]?.id, null, rows[2]?.id]);
    await rebuilt.destroy();
  });
});
