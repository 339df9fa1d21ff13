import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { layColdLot, type ColdLot } from '@yaosu/gateway/story/cold-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { holdAnswers } from '../../support/held-answers.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';
import { readSeals } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const SEAL = 'F-0815';
const AWAY = 'The gateway cannot be reached. The page shows what was read last, and goes on by itself.';
const STARTING_MS = 180_000;
const MAKER = '安和制药股份有限公司';
const BATCH_READ = /\/api\/batches\/[^/]+$/;
const WHOLESALER = '汇达医药批发有限公司';

suite('in Chromium: a cold trip from the announcement to the wholesaler’s shelf', () => {
  let server: RunningServer;
  let browser: Browser;
  let cold: ColdLot;
  let noteNo: string;
  let dispatcher: Desk;
  let quality: Desk;
  let cab: Desk;
  let warehouse: Desk;
  let giver: Phone;
  let driver: Phone;
  const shipment = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { client } = await cold.stage.as('maker-warehouse');
    const { records } = await client.read('records', {}, { type: 'ship' });
    const found = records.find(({ value }) => value['noteNo'] === noteNo);
    return found?.value ?? {};
  };
  const openShipment = async (desk: Desk): Promise<void> => {
    await desk.open('Shipments');
    await desk.follow(noteNo);
    await desk.sees(`Shipment ${noteNo}`);
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    cold = await layColdLot(server.url, systemPorts);
    noteNo = `AH-D-${cold.stage.run}`;
    dispatcher = await Desk.of(browser, server.url, 'Anhe, warehouse');
    quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
    cab = await Desk.of(browser, server.url, 'Jiezhou, driver');
    warehouse = await Desk.of(browser, server.url, 'Huida, warehouse');
    giver = await Phone.of(browser, server.url, 'Anhe, warehouse');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the dispatcher announces a sale with its profile and a way out', async () => {
    await dispatcher.open('Shipments');
    await dispatcher.follow('Announce shipment');
    await dispatcher.choose('Purpose', 'Sale');
    await dispatcher.find('From', '安和制剂厂');
    await dispatcher.find('Consignee', WHOLESALER);
    await dispatcher.find('To', '汇达冷库');
    await dispatcher.find('Owner', MAKER);
    await dispatcher.find('Carrier', '捷舟冷链运输有限公司');
    await dispatcher.type('Number of the delivery note', noteNo);
    await dispatcher.press('Add', dispatcher.group('Lines'));
    const line = dispatcher.group('Lines 1');
    await dispatcher.find('Batch', cold.number, line);
    await dispatcher.type('Quantity', '100', line);
    await dispatcher.choose('Unit', 'pieces', line);
    await dispatcher.include('Temperature profile');
    await dispatcher.find('Product', MAKER);
    await dispatcher.type('Edition', '1');
    await dispatcher.press('Add', dispatcher.group('Contingencies, in order'));
    const wayOut = dispatcher.group('Contingencies, in order 1');
    await dispatcher.choose('Kind', 'Qualified warehouse', wayOut);
    await dispatcher.find('Enterprise', WHOLESALER, wayOut);
    await dispatcher.find('Site', '汇达冷库', wayOut);
    await dispatcher.sign();
    await dispatcher.row(noteNo).getByText('Ready').waitFor();
  });

  test('loading is offered when it is known which documents it opens, not before', async () => {
    const loading = dispatcher.page.getByRole('link', { name: 'Load', exact: true });
    const held = await holdAnswers(dispatcher.page, BATCH_READ);
    await openShipment(dispatcher);
    await held.asked;
    expect(await loading.count()).toBe(0);
    held.release();
    await loading.waitFor();
  });

  test('it is loaded with logger and seal; the consignee may read what is coming', async () => {
    await openShipment(dispatcher);
    await dispatcher.follow('Load');
    await dispatcher.group('Documents opened to those who must know 1').waitFor();
    await dispatcher.press('Add', dispatcher.group('Seals'));
    await dispatcher.type('Seals 1', SEAL);
    await dispatcher.press('Add', dispatcher.group('Loggers'));
    await dispatcher.choose('Model', 'Q-tag CLm doc LR');
    await dispatcher.type('Loggers 1', cold.serial);
    await dispatcher.sign();
    await dispatcher.sees('Loaded');
    expect(await shipment()).toMatchObject({ state: 'loaded', seals: [SEAL] });
    const { client } = await cold.stage.as('wholesale-keeper');
    expect((await client.read('batchIdentity', { id: cold.lot.batch })).identity?.content.lot).toBe(
      cold.number,
    );
  });

  test('warehouse and driver sign the hand-over on two phones', async () => {
    await giver.openTrip(noteNo);
    await giver.tab('Hand over');
    await giver.press('To a driver or a warehouse');
    await driver.openTrip(noteNo);
    await driver.tab('Take over');
    await driver.type(await giver.shownCode());
    await readSeals(driver, [SEAL]);
    await driver.press('Take over');
    await giver.type(await driver.shownCode());
    await driver.type(await giver.shownCode());
    await driver.tab('Outbox');
    await driver.page.getByText('on the ledger').waitFor();
    expect(await shipment()).toMatchObject({ state: 'inTransit', holder: 'jiezhou-coldchain' });
  });

  test('the board of the cold chain has the load as one of which nothing was read', async () => {
    await quality.open('Cold chain');
    const load = quality.row(noteNo);
    await load.getByText('No readings yet').waitFor();
    await load.getByText('捷舟冷链运输有限公司').waitFor();
    await load.getByText(WHOLESALER).waitFor();
    await quality.choose('Alarm', 'In range');
    await quality.sees('Nothing of that kind is on its way.');
    expect(new URL(quality.page.url()).search).toBe('?alarm=inRange');
    await quality.choose('Alarm', 'All');
    await load.waitFor();
  });

  test('the driver uploads the logger’s export; its excursion puts the load to pending', async () => {
    await driver.openTrip(noteNo);
    await driver.tab('Upload logger readings');
    const buffer = Buffer.from(cold.exported);
    await driver.page
      .getByLabel('Upload logger readings')
      .setInputFiles({ name: 'trip.txt', mimeType: 'text/plain', buffer });
    await driver.press('Read');
    await driver.page.getByText('73 readings').waitFor();
    await driver.page.getByLabel('Calibrated until').fill(cold.stage.day(300));
    await driver.press('Sign and send');
    await driver.page.getByText(`Upload logger readings ${cold.serial}`).waitFor();
    // Nobody has opened the board anew.
    await quality.row(noteNo).getByText('Pending').waitFor();
    await quality
      .row(noteNo)
      .getByText(/^\d+\.\d °C/)
      .first()
      .waitFor();
    await quality.page.context().setOffline(true);
    await quality.sees(AWAY);
    await quality.row(noteNo).getByText('Pending').waitFor();
    await quality.page.context().setOffline(false);
    await quality.page.getByText(AWAY).waitFor({ state: 'detached' });
    await openShipment(quality);
    await quality.page.getByRole('img', { name: 'Temperature, °C' }).waitFor();
    await quality.sees('73 readings');
    await quality.rows('40').filter({ hasText: 'Qualified warehouse' }).first().waitFor();
    const { shipment: id, condition } = await shipment();
    expect(condition).toBe('pending');
    const { client: carrier } = await cold.stage.as('carrier-quality');
    const { loggers } = await carrier.read('readings', { id: String(id) });
    expect(loggers.map(({ readings, segments }) => [readings, segments.length])).toEqual([[73, 1]]);
    const { client: rival } = await cold.stage.as('rival-qp');
    await expect(rival.read('readings', { id: String(id) })).rejects.toMatchObject({
      code: 'RECORD_NOT_FOUND',
    });
  });

  test('the driver acknowledges, the warehouse takes the goods, the MAH’s quality decides', async () => {
    await openShipment(cab);
    await cab.follow('Acknowledge');
    await cab.sign();
    await openShipment(warehouse);
    await warehouse.follow('Take the goods');
    await warehouse.sign();
    await openShipment(cab);
    await cab.follow('Record arrival');
    await cab.sign();
    await cab.follow('Goods brought there');
    await cab.sign();
    await quality.open('Home');
    await openShipment(quality);
    await quality.sees('Executed');
    await quality.follow('Decide on the load');
    await quality.choose('Outcome', 'Release');
    await quality.type('Deviation number', 'DEV-2026-031');
    await quality.type('Stability reference', 'Study IXZ-20, 25 °C, 120 minutes.');
    await quality.type('Minutes of the budget used', '40');
    await quality.sign();
    await quality.sees('Release · DEV-2026-031');
    expect(await shipment()).toMatchObject({ condition: 'clear', state: 'arrived' });
  });

  test('driver and warehouse sign the receipt; it is booked in and inspected by a second person', async () => {
    const taker = await Phone.of(browser, server.url, 'Huida, warehouse');
    await driver.openTrip(noteNo);
    await driver.tab('Hand over');
    await driver.press('To the consignee');
    await taker.openTrip(noteNo);
    await taker.tab('Take over');
    await taker.type(await driver.shownCode());
    await readSeals(taker, [SEAL]);
    await taker.press('Take over');
    await driver.type(await taker.shownCode());
    await taker.type(await driver.shownCode());
    await taker.tab('Outbox');
    await taker.page.getByText('on the ledger').waitFor();
    await warehouse.open('Home');
    await openShipment(warehouse);
    await warehouse.follow('Book in');
    await warehouse.sign();
    const inspector = await Desk.of(browser, server.url, 'Huida, receiving inspector');
    await inspector.follow(/Stock in quarantine to inspect/);
    await inspector.follow('Packed product');
    await inspector.follow('Inspect');
    await inspector.choose('Status after', 'Acceptable');
    await inspector.sign();
    await inspector.row('100 pieces').getByText('Acceptable').waitFor();
    const { client } = await cold.stage.as('wholesale-keeper');
    const { stock } = await client.read('stock', {}, { batch: cold.lot.batch });
    expect(stock).toMatchObject([{ status: 'acceptable', quantity: '100' }]);
  });
});
