import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { recordOf, sentBy } from '../../support/phones.js';
import { RunningServer } from '../../support/running-server.js';
import { agree } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;

suite('in Chromium: somebody without an account takes a load over by an invitation link', () => {
  let server: RunningServer;
  let browser: Browser;
  let load: Loaded;
  let guest: Desk;
  let link: string;

  const record = () => recordOf(server.url, `ship~${load.shipment}`);

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [load] = (await loadOneDay(server.url, systemPorts, 1)) as [Loaded];
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the consignee’s administrator invites somebody; until the driver offers, there is nothing to sign', async () => {
    const administrator = await Desk.of(browser, server.url, 'Qingtai, administrator');
    await administrator.open('Shipments');
    await administrator.follow(load.noteNo);
    await administrator.follow('Invite somebody to answer');
    await administrator.choose('Answers as', 'Receiving inspector');
    await administrator.sign();
    link = await administrator.page.getByLabel('Link', { exact: true }).inputValue();
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(link);
    guest = Desk.on(page);
    await guest.sees('The driver has not offered the goods yet');
    await guest.sees(load.noteNo);
  });

  test('the driver, who knows the invited key, signs alone; the guest sees what is signed and takes it over', async () => {
    const keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    const driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    const { noteNo } = load;
    for (const phone of [keeper, driver]) await phone.page.getByRole('link', { name: noteNo }).waitFor();
    await agree(keeper, driver, { noteNo, choice: 'To a driver or a warehouse', sign: 'Take over' });
    await sentBy([driver]);
    await driver.openTrip(noteNo);
    await driver.tab('Hand over');
    await driver.press('To the consignee');
    await driver.press('The other side has no phone');
    await sentBy([driver]);
    await guest.press('Look again');
    await guest.row('10 kg').waitFor();
    await guest.press('Sign and send');
    await guest.sees('This has been answered');
    expect(await record()).toMatchObject({
      state: 'received',
      holder: 'qingtai-cdmo',
      lastHandOver: { taker: { enterprise: 'qingtai-cdmo' } },
      offer: { state: 'signed' },
    });
  });
});
