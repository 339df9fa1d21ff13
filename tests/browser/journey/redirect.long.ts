import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import { STAFF } from '@yaosu/gateway/story/staff';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { enter } from '../../support/demo-client.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { recordOf, sentBy } from '../../support/phones.js';
import { RunningServer } from '../../support/running-server.js';
import { agree, fillRefusal } from '../../support/two-phones.js';
import { violationsOn } from '../accessibility/violations.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const [PLANT, STORE] = [glnOfSite(FIRM.maker), glnOfSite(FIRM.maker, 1)];

suite('in Chromium: a load that is refused at one site goes to another', () => {
  let server: RunningServer;
  let browser: Browser;
  let load: Loaded;
  let driver: Phone;
  let consignee: Phone;

  const record = () => recordOf(server.url, `ship~${load.shipment}`);

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [load] = (await loadOneDay(server.url, systemPorts, 1, { to: STAFF.maker })) as [Loaded];
    const keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    consignee = await Phone.of(browser, server.url, 'Anhe, warehouse');
    const { noteNo } = load;
    for (const { page } of [keeper, driver, consignee])
      await page.getByRole('link', { name: noteNo }).waitFor();
    await agree(keeper, driver, { noteNo, choice: 'To a driver or a warehouse', sign: 'Take over' });
    await sentBy([driver]);
    await keeper.context.close();
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the plant refuses it', async () => {
    await agree(driver, consignee, {
      noteNo: load.noteNo,
      choice: 'The consignee refuses',
      fill: (giver) => fillRefusal(giver, 'Papers', 'Release note names another lot'),
      sign: 'Refuse',
    });
    await sentBy([driver]);
    expect(await record()).toMatchObject({ state: 'refused', to: PLANT });
    await driver.openTrip(load.noteNo);
    await driver.says(
      'The consignor may send the load to another site. This phone learns of it only when it has signal.',
    );
  });

  test('the consignor sends it to the store; the page keeps why, and the refusal', async () => {
    const desk = await Desk.of(browser, server.url, 'Linhe, dispatcher');
    await desk.open('Shipments');
    await desk.follow(load.noteNo);
    await desk.follow('Send to another site');
    await desk.page.getByRole('combobox', { name: 'To', exact: true }).click();
    const sites = desk.page.getByRole('option').filter({ hasText: /\d{13}$/ });
    await sites.waitFor();
    expect(await sites.innerText()).toContain(STORE);
    await sites.click();
    await desk.choose('Reason', 'Refused at the site');
    await desk.sign();
    await desk.sees('Sent to other sites');
    await desk.sees(/Refusal · Papers/, desk.row('Refused at the site'));
    expect(await record()).toMatchObject({ state: 'inTransit', to: STORE, refusal: null });
    await desk.page.context().close();
  });

  test('the phone of the driver says where it goes now, and where it went', async () => {
    await driver.tab('Trips');
    const card = driver.page.getByRole('link', { name: load.noteNo });
    await card.getByText(/^to 安和成品库/).waitFor();
    await card.getByText(/^Redirected at .*, was 安和制剂厂/).waitFor();
    await driver.openTrip(load.noteNo);
    await driver.page.getByRole('status').filter({ hasText: 'Refused at the site' }).waitFor();
    expect(await violationsOn(driver.page)).toEqual([]);
  });

  test('it is received at the store, and stands there', async () => {
    await driver.press('I have arrived');
    await sentBy([driver]);
    await agree(driver, consignee, {
      noteNo: load.noteNo,
      choice: 'To the consignee',
      sign: 'Take over',
    });
    await sentBy([driver]);
    expect(await record()).toMatchObject({
      ...{ state: 'received', arrival: { site: STORE }, to: STORE },
      redirects: [{ from: PLANT, to: STORE, refusal: { reason: 'papers' } }],
    });
    const { client } = await enter(server.url, 'maker-warehouse');
    const { stock } = await client.read('stock', {});
    expect(stock).toMatchObject([{ site: STORE, quantity: '10', status: 'quarantine' }]);
  });
});
