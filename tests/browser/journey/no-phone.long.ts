import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { recordOf, sentBy } from '../../support/phones.js';
import { RunningServer } from '../../support/running-server.js';
import { agree } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const SAID = /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/;
const ONE_SIDED =
  'Signed by one side: custody has not passed. It passes when the other side signs at its desk with this code.';

/** The same code with its last character changed. */
const misheard = (code: string): string => code.slice(0, -1) + (code.endsWith('2') ? '3' : '2');

suite('in Chromium: a load is handed over to a consignee without a phone', () => {
  let server: RunningServer;
  let browser: Browser;
  let load: Loaded;
  let next: Loaded;
  let driver: Phone;
  let desk: Desk;
  let code: string;

  const record = ({ shipment }: Loaded) => recordOf(server.url, `ship~${shipment}`);
  /** The driver signs alone. @returns the code that the phone says */
  const signAlone = async ({ noteNo }: Loaded): Promise<string> => {
    await driver.openTrip(noteNo);
    await driver.tab('Hand over');
    await driver.press('To the consignee');
    await driver.press('The other side has no phone');
    const said = driver.page.getByText(SAID);
    await said.waitFor();
    return said.innerText();
  };
  const typeAtDesk = async (said: string): Promise<void> => {
    await desk.open('Shipments');
    await desk.follow('Sign with a code');
    await desk.type('Code', said);
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [load, next] = (await loadOneDay(server.url, systemPorts, 2)) as [Loaded, Loaded];
    desk = await Desk.of(browser, server.url, 'Qingtai, warehouse');
    const keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    for (const { noteNo } of [load, next]) {
      for (const phone of [keeper, driver]) await phone.page.getByRole('link', { name: noteNo }).waitFor();
      await agree(keeper, driver, { noteNo, choice: 'To a driver or a warehouse', sign: 'Take over' });
      await sentBy([driver]);
      await keeper.tab('Trips');
    }
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the driver signs alone without signal; the phone says a code and what is signed, in both languages', async () => {
    await driver.setSignal(false);
    code = await signAlone(load);
    for (const words of ['Hand-over, signed by one side', '交接凭单（单方签署）']) {
      await driver.page.getByRole('heading', { level: 3, name: words }).waitFor();
    }
    await driver.page.getByRole('img', { name: 'Code', exact: true }).waitFor();
    await driver.page.getByRole('button', { name: 'Print or save as PDF' }).waitFor();
    await driver.openTrip(load.noteNo);
    await driver.page.getByRole('status').filter({ hasText: code }).getByText(ONE_SIDED).waitFor();
    expect(await record(load)).toMatchObject({ state: 'inTransit', offer: null });
  });

  test('the desk does not find it before the phone has had signal', async () => {
    await typeAtDesk(code);
    await desk.sees('No hand-over is known here under this code.');
  });

  test('with signal it waits on both sides, and custody has not passed', async () => {
    await driver.setSignal(true);
    await sentBy([driver]);
    expect(await record(load)).toMatchObject({
      state: 'inTransit',
      holder: 'jiezhou-coldchain',
      offer: { state: 'open', code: code.replace('-', ''), taker: 'qingtai-cdmo' },
    });
    await desk.open('Home');
    await desk.follow(/Hand-overs that wait for your signature/);
    await desk.open('Shipments');
    await desk.follow(load.noteNo);
    await desk.sees('One side has signed, the other has not');
  });

  test('one wrong character is refused with a sentence', async () => {
    await typeAtDesk(misheard(code));
    await desk.sees('A character of this code is wrong. Check it with the driver.');
    expect(await desk.page.getByRole('button', { name: 'Sign and send' }).count()).toBe(0);
  });

  test('the right code shows what is signed; the desk signs the same record as two phones would', async () => {
    await typeAtDesk(code.toLowerCase());
    await desk.row('10 kg').waitFor();
    await desk.press('Sign and send');
    await desk.sees(`Shipment ${load.noteNo}`);
    expect(await record(load)).toMatchObject({
      state: 'received',
      holder: 'qingtai-cdmo',
      handOvers: 2,
      lastHandOver: { taker: { enterprise: 'qingtai-cdmo' } },
      offer: { state: 'signed' },
    });
  });

  test('a used code is refused, and nothing waits any more on either side', async () => {
    await typeAtDesk(code);
    await desk.sees('This hand-over has been signed already. The code is used up.');
    await driver.tab('Trips');
    await driver.openTrip(load.noteNo);
    await driver.page.getByText('received', { exact: true }).first().waitFor();
    expect(await driver.page.getByText(ONE_SIDED).count()).toBe(0);
  });

  test('the code of a load for another firm is not signed here', async () => {
    const other = await signAlone(next);
    await sentBy([driver]);
    const stranger = await Desk.of(browser, server.url, 'Linhe, dispatcher');
    await stranger.open('Shipments');
    await stranger.follow('Sign with a code');
    await stranger.type('Code', other);
    await stranger.sees('This hand-over is for another firm to sign.');
    expect(await record(next)).toMatchObject({ state: 'inTransit', offer: { state: 'open' } });
  });
});
