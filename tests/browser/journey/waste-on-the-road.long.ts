import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { draftDrums, FAR, type DrumsAtTheGate } from '@yaosu/gateway/story/drums-on-the-road';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const CODE = '271-002-02';
const WRONG_LABEL = 'The labels show another code than the manifest. Do not load it; refuse it with a photo.';

suite('in Chromium: waste is loaded drum by drum and given on from driver to driver, without signal', () => {
  let server: RunningServer;
  let browser: Browser;
  let near: DrumsAtTheGate;
  let far: DrumsAtTheGate;
  let driver: Phone;
  let relief: Phone;
  let keeper: Phone;

  const manifest = async (of: DrumsAtTheGate): Promise<Readonly<Record<string, unknown>>> => {
    const { client } = await of.stage.as('waste-driver');
    return (await client.read('record', { key: `man~${of.manifest}` })).record.value;
  };
  const open = async (phone: Phone, title: string, drums: number): Promise<void> => {
    await phone.tab('Trips');
    await phone.page
      .getByRole('link', { name: new RegExp(`^${title} ${CODE}.* ${String(drums)} drums`) })
      .click();
  };
  const scanDrums = async ({ page }: Phone, labels: readonly string[]): Promise<void> => {
    for (const label of labels) {
      const field = page.getByLabel('Code of a drum, scanned or typed');
      await field.fill(label);
      await field.press('Enter');
    }
  };
  const readLabels = async (phone: Phone, code: string): Promise<void> => {
    await phone.page.getByLabel('Waste code on the labels').fill(code);
    await phone.press('Go on with it');
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [near, far] = (await draftDrums(server.url, systemPorts, [{ count: 2 }, { count: 1, taking: FAR }])) as [
      DrumsAtTheGate,
      DrumsAtTheGate,
    ];
    driver = await Phone.of(browser, server.url, 'Lvtu, driver');
    relief = await Phone.of(browser, server.url, 'Lvtu, relief driver');
    keeper = await Phone.of(browser, server.url, 'Qingtai, waste keeper');
    for (const phone of [driver, relief]) {
      await phone.page
        .getByRole('link', { name: /^Waste at the gate:/ })
        .nth(1)
        .waitFor();
    }
    await keeper.page.getByText(/^As of/).waitFor();
    for (const phone of [driver, relief, keeper]) await phone.setSignal(false);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('what may not leave is said before it is loaded, and can only be refused', async () => {
    await open(driver, 'Waste at the gate:', 1);
    await driver.says('Do not load it.');
    await driver.page
      .getByText(/approval|permit/i)
      .first()
      .waitFor();
    expect(await driver.page.getByRole('button', { name: 'Load and depart' }).count()).toBe(0);
    await driver.page.getByRole('button', { name: 'Refuse to load' }).waitFor();
  });

  test('nobody signs for drums that were not scanned, or whose labels show another code', async () => {
    await open(driver, 'Waste at the gate:', 2);
    await driver.press('Load and depart');
    await scanDrums(driver, [near.labels[0] ?? '', far.labels[0] ?? '']);
    await driver.says(`Not on the list: ${far.labels[0] ?? ''}`);
    const sign = driver.page.getByRole('button', { name: 'Sign and show the code' });
    await driver.press('Begin the count anew');
    await driver.says('Found 0 / 2');
    await scanDrums(driver, [near.labels[0] ?? '']);
    await driver.says('Found 1 / 2');
    expect(await driver.page.getByLabel('Waste code on the labels').count()).toBe(0);
    await driver.page.reload();
    await driver.press('Load and depart');
    await driver.says('Found 1 / 2');
    await scanDrums(driver, [near.labels[1] ?? '']);
    await readLabels(driver, '900-404-06');
    await driver.says(WRONG_LABEL);
    await driver.page.getByRole('button', { name: 'Refuse to load' }).waitFor();
    expect(await sign.count()).toBe(0);
  });

  test('driver and keeper sign the departure; it waits for signal, and the phone says that it is not on the ledger', async () => {
    await readLabels(driver, CODE);
    await driver.press('Sign and show the code');
    const shown = await driver.shownCode();
    await keeper.tab('Scan');
    await keeper.type(shown);
    await keeper.press('Sign the departure');
    await driver.type(await keeper.shownCode());
    await driver.page.getByText('on this phone', { exact: true }).waitFor();
    await open(driver, 'Waste on board:', 2);
    expect(await manifest(near)).toMatchObject({ state: 'draft', departed: null });
  });

  test('the load is given to another driver, who scans the drums; altered weights nothing, altered vehicle is refused', async () => {
    await driver.press('Give to another driver');
    await driver.page.getByLabel('Vehicle that takes it on').fill('B-0910');
    await driver.press('Show the code');
    const shown = await driver.shownCode();
    const take = async (text: string, labels: readonly string[]): Promise<string> => {
      await relief.tab('Trips');
      await relief.tab('Scan');
      await relief.type(text);
      await scanDrums(relief, labels);
      await readLabels(relief, CODE);
      await relief.press('Take over');
      return relief.shownCode();
    };
    await driver.type(await take(shown.replace('B-0910', 'B-0911'), near.labels));
    await driver.says('The signature of the other phone does not fit. Start again.');
    await driver.type(await take(shown, []));
    await driver.page.getByText('on this phone', { exact: true }).waitFor();
  });

  test('with signal departure and hand-over are on the ledger in order, once', async () => {
    await driver.setSignal(true);
    await driver.tab('Outbox');
    await driver.page.getByText('✓ on the ledger').nth(1).waitFor();
    expect(await driver.page.getByRole('alert').count()).toBe(0);
    const { state, departed, handOvers, vehicle } = await manifest(near);
    expect([state, vehicle]).toEqual(['inTransit', 'B-0910']);
    expect(departed).toMatchObject({
      generator: { enterprise: 'qingtai-cdmo' },
      driver: { enterprise: 'lvtu-transport' },
    });
    expect(handOvers).toMatchObject([{ taker: { enterprise: 'lvtu-transport' }, vehicle: 'B-0910' }]);
    expect(await manifest(far)).toMatchObject({ state: 'draft' });
    await relief.setSignal(true);
    await open(relief, 'Waste on board:', 2);
  });
});
