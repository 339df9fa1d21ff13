import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { enter } from '../../support/demo-client.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';
import { agree, type Agreement } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const FREE_TRIES = 5;
const WAIT_MS = 30_000;
const [PIN, NEXT_PIN] = ['246813', '975310'];
const GROUPED_CODE = /^[2-9A-Z]{5}(-[2-9A-Z]{1,5}){5}$/;

/** Everything that the phone's database holds, as text; runs in the page, where nothing inside it may have a name (decision 13). */
const dump = async (): Promise<string> => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('yaosu-phone');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB failed'));
  });
  const found = await Promise.all(
    ['outbox', 'reference'].map(
      (name) =>
        new Promise((resolve, reject) => {
          const reading = db.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error ?? new Error('IndexedDB failed'));
        }),
    ),
  );
  db.close();
  return JSON.stringify(found);
};

suite('in Chromium: a phone with a PIN keeps what it knows sealed, and loses nothing', () => {
  let server: RunningServer;
  let browser: Browser;
  let load: Loaded;
  let keeper: Phone;
  let driver: Phone;
  let code: string;

  const loading = (): Agreement => ({
    noteNo: load.noteNo,
    choice: 'To a driver or a warehouse',
    sign: 'Take over',
  });
  const tryPin = async (pin: string): Promise<void> => {
    await driver.page.getByLabel('PIN', { exact: true }).fill(pin);
    await driver.press('Open');
  };
  const choosePin = async (pin: string, again = pin): Promise<void> => {
    await driver.page.getByLabel('New PIN', { exact: true }).fill(pin);
    await driver.page.getByLabel('The same PIN again').fill(again);
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [load] = (await loadOneDay(server.url, systemPorts, 1)) as [Loaded];
    keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    for (const phone of [keeper, driver]) {
      await phone.page.getByRole('link', { name: load.noteNo }).waitFor();
      await phone.setSignal(false);
    }
    await agree(keeper, driver, loading());
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a PIN is set over what is there, without signal, and the recovery code is shown once', async () => {
    expect(await driver.page.evaluate(dump)).toContain(load.noteNo);
    await driver.tab('Trips');
    await driver.tab('Protect this app with a PIN');
    await choosePin(PIN, '111111');
    await driver.press('Protect this app with a PIN');
    const again = driver.page.getByLabel('The same PIN again');
    expect(await again.evaluate((field) => (field as HTMLInputElement).validationMessage)).toBe(
      'The two PINs differ.',
    );
    await choosePin(PIN);
    await driver.press('Protect this app with a PIN');
    await driver.says('The PIN is set. Everything on this phone is sealed.');
    code = await driver.page.locator('.recovery').innerText();
    expect(code).toMatch(GROUPED_CODE);
    await driver.tab('I have written it down');
    await driver.page.getByRole('link', { name: load.noteNo }).waitFor();
    expect(await driver.page.getByRole('link', { name: 'Protect this app with a PIN' }).count()).toBe(0);
  });

  test('no word of it lies in the clear, also of what is written afterwards', async () => {
    await driver.openTrip(load.noteNo);
    await driver.press('I have arrived');
    await driver.page.getByText('on this phone', { exact: true }).nth(1).waitFor();
    const written = await driver.page.evaluate(dump);
    for (const word of [load.noteNo, load.shipment, 'jiezhou-coldchain', 'handOver', 'arrive']) {
      expect(written).not.toContain(word);
    }
  });

  test('the app opens with the PIN; wrong ones make it wait, and a reload does not help', async () => {
    await driver.page.clock.install({ time: Date.now() });
    await driver.page.reload();
    await driver.page.getByText('This phone is locked.').waitFor();
    expect(await driver.page.getByText(load.noteNo).count()).toBe(0);
    for (let left = FREE_TRIES; left > 0; left -= 1) {
      await tryPin('000000');
      await driver.says('That is not the PIN.');
      await driver.page.reload();
      await driver.page.getByText('This phone is locked.').waitFor();
    }
    const waits = driver.page.getByText(/^Too many wrong PINs\. Next try in \d+ seconds\.$/);
    await waits.waitFor();
    await tryPin(PIN);
    await waits.waitFor();
    await driver.page.clock.fastForward(WAIT_MS);
    await tryPin(PIN);
    await driver.page.getByText(load.noteNo).first().waitFor();
    expect(await driver.page.getByText('on this phone', { exact: true }).count()).toBe(2);
  });

  test('who has forgotten the PIN opens it with the recovery code and sets another one', async () => {
    await driver.page.reload();
    await driver.press('I have forgotten the PIN');
    await choosePin(NEXT_PIN);
    await driver.page.getByLabel('Recovery code').fill(code.replaceAll(/[2-9]/g, 'A').slice(1));
    await driver.press('Open and set the PIN');
    await driver.says('This is not the recovery code of this phone.');
    await driver.page.getByLabel('Recovery code').fill(code.toLowerCase());
    await driver.press('Open and set the PIN');
    await driver.page.getByText('on this phone', { exact: true }).first().waitFor();
    await driver.page.reload();
    await tryPin(PIN);
    await driver.says('That is not the PIN.');
    await tryPin(NEXT_PIN);
    await driver.page.getByText('on this phone', { exact: true }).first().waitFor();
  });

  test('with signal what was sealed is on the ledger, once', async () => {
    await driver.setSignal(true);
    await driver.tab('Outbox');
    await driver.page.getByText('✓ on the ledger').nth(1).waitFor();
    const { client } = await enter(server.url, 'carrier-driver');
    const { record } = await client.read('record', { key: `ship~${load.shipment}` });
    expect(record.value).toMatchObject({ state: 'arrived', holder: 'jiezhou-coldchain', handOvers: 1 });
  });
});
