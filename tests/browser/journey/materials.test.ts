import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { approve } from '@yaosu/gateway/story/approved-list';
import { acceptStock, registerBatch, testAndRelease } from '@yaosu/gateway/story/batches';
import { FIRM } from '@yaosu/gateway/story/cast';
import { deliver } from '@yaosu/gateway/story/deliveries';
import { Stage } from '@yaosu/gateway/story/stage';
import { STAFF } from '@yaosu/gateway/story/staff';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const { supplier, cdmo } = STAFF;

suite('in Chromium: starting material is ordered, received into quarantine and accepted', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let purchaser: Desk;
  let warehouse: Desk;
  let inspector: Desk;
  const lot = (): string => `LH2605-${stage.run}`;

  /** The supplier's lot stands at the CDMO's door. */
  const deliverOneLot = async (): Promise<void> => {
    const made = '250';
    const supplied = await registerBatch(stage, {
      staff: supplier,
      kind: 'startingMaterial',
      identity: {
        name: '2-chlorophenothiazine',
        product: 'SM-CPT',
        lot: 'LH2605',
        specification: 'Q/LH 012-2026',
      },
      unit: 'KGM',
      storage: 'ambient',
      mah: null,
      made,
      usableDays: 700,
    });
    await testAndRelease(stage, supplied, '0.5', false);
    await acceptStock(stage, supplied, made);
    const loads = [{ lot: supplied, quantity: '100' }];
    const noteNo = `LH-${stage.run}`;
    await deliver(stage, { from: supplier, to: cdmo, loads, shipment: stage.newId(), order: null, noteNo });
  };
  const fillOrder = async (firm: string): Promise<void> => {
    await purchaser.open('Orders');
    await purchaser.follow('Place order');
    await purchaser.find('Supplier', firm);
    await purchaser.find('Site', firm);
    await purchaser.find('Entry of the approved list', firm);
    await purchaser.type('Required by', stage.day(14));
    await purchaser.press('Add', purchaser.group('Lines'));
    const line = purchaser.group('Lines 1');
    await purchaser.find('Material', stage.digest('2-chlorophenothiazine').slice(0, 8), line);
    await purchaser.type('Quantity', '500', line);
    await purchaser.choose('Unit', 'kg', line);
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
    for (const firm of [FIRM.supplier, FIRM.lapsedSupplier]) await approve(stage, firm);
    await deliverOneLot();
    purchaser = await Desk.of(browser, server.url, 'Qingtai, purchaser');
    warehouse = await Desk.of(browser, server.url, 'Qingtai, warehouse');
    inspector = await Desk.of(browser, server.url, 'Qingtai, receiving inspector');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('an order on a supplier whose licence has expired is blocked, and the alternate is named', async () => {
    await fillOrder('北原药用原料有限公司');
    await purchaser.review();
    await purchaser.press('Sign and send');
    await purchaser.sees(/The supplier is not qualified now.*临河精细化工有限公司/);
    const { client } = await stage.as('cdmo-purchaser');
    expect((await client.read('records', {}, { type: 'order' })).records).toEqual([]);
  });

  test('the order on the qualified one goes through and is confirmed', async () => {
    await fillOrder('临河精细化工有限公司');
    await purchaser.sign();
    await purchaser.row('临河精细化工有限公司').getByText('Placed').waitFor();
    const seller = await Desk.of(browser, server.url, 'Linhe, dispatcher');
    await seller.follow(/Orders to confirm/);
    await seller.row('Placed').getByRole('link').first().click();
    await seller.follow('Confirm order');
    await seller.type('Delivery day', stage.day(7));
    await seller.sign();
    await seller.sees('Confirmed');
    const { client } = await stage.as('cdmo-purchaser');
    const { records } = await client.read('records', {}, { type: 'order' });
    expect(records[0]?.value).toMatchObject({ state: 'confirmed', confirmed: { deliverOn: stage.day(7) } });
  });

  test('the warehouse registers its own lot of the delivery and books it into quarantine', async () => {
    const maker = await Desk.of(browser, server.url, 'Qingtai, warehouse');
    await maker.open('Batches');
    await maker.follow('Register a batch');
    await maker.type('Name', '2-chlorophenothiazine');
    await maker.type('Specification', 'Q/LH 012-2026');
    await maker.type('Product code', 'SM-CPT');
    await maker.type('Lot', `QT-RM-${stage.run}`);
    await maker.choose('Unit', 'kg');
    await maker.type('Manufactured', stage.day(0));
    await maker.type('Expiry or retest date', stage.day(600));
    await maker.choose('Received as the supplier’s batch', `2-chlorophenothiazine · ${lot()}`);
    await maker.sign();
    await warehouse.open('Shipments');
    await warehouse.follow(`LH-${stage.run}`);
    await warehouse.follow('Book in');
    await warehouse.find('Own lot', `QT-RM-${stage.run}`);
    await warehouse.sign();
    const { client } = await stage.as('cdmo-warehouse');
    const { stock } = await client.read('stock', {});
    expect(stock).toMatchObject([{ status: 'quarantine', quantity: '100' }]);
  });

  test('a second person inspects and accepts it', async () => {
    await inspector.open('Home');
    await inspector.follow(/Stock in quarantine to inspect/);
    await inspector.follow('Starting material');
    await inspector.sees(`QT-RM-${stage.run}`);
    await inspector.follow('Inspect');
    await inspector.choose('Status after', 'Acceptable');
    await inspector.sign();
    await inspector.row('100 kg').getByText('Acceptable').waitFor();
    const { client } = await stage.as('cdmo-warehouse');
    expect((await client.read('stock', {})).stock).toMatchObject([{ status: 'acceptable', quantity: '100' }]);
  });
});
