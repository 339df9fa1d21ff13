import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ssccHash } from '@yaosu/chaincode/signing/code-hash';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadCodedPallet, type CodedLoad } from '@yaosu/gateway/story/coded-load';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const PACKS_A_CASE = 5;
const FOREIGN = '(00)106141412345678908';
const DAMAGED = '(00)106141412345678909';

suite('in Chromium: a pallet of forty codes is counted by a hardware scanner without signal', () => {
  let server: RunningServer;
  let browser: Browser;
  let load: CodedLoad;
  let phone: Phone;
  /** A scanner types and ends with Enter; it looks at nothing. */
  const scan = async (code: string): Promise<void> => {
    await phone.page.keyboard.type(code);
    await phone.page.keyboard.press('Enter');
  };
  const sum = (name: string): Promise<string> =>
    phone.page.locator('dl.sums > div', { hasText: name }).locator('dd').innerText();
  const sums = async (): Promise<readonly string[]> =>
    Promise.all(['Found', 'Missing', 'Not on the list', 'Scanned again'].map(sum));

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    load = await loadCodedPallet(server.url, systemPorts, PACKS_A_CASE);
    phone = await Phone.of(browser, server.url, 'Anhe, warehouse');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the pallet’s own code says how many there are', async () => {
    await phone.tab('Scan');
    await phone.type(load.pallet);
    await phone.press('Count what is on it (40)');
    await phone.says('Scan code after code.');
    expect(await sums()).toEqual(['0', '40', '0', '0']);
    const { client } = await load.stage.as('maker-warehouse');
    const code = ssccHash(load.pallet.slice('(00)'.length));
    const { record } = await client.read('record', { key: `obj~${code}` });
    expect(record.value).toMatchObject({ kind: 'pallet', state: 'packed' });
    expect(record.value['contents']).toHaveLength(40);
  });

  test('two are missing and one is foreign; what is scanned twice counts once', async () => {
    await phone.setSignal(false);
    const found = load.cases.slice(0, 38);
    for (const code of found) await scan(code);
    await phone.says('Found · 38 / 40');
    await scan(found[7] ?? '');
    await phone.says('Scanned again · 38 / 40');
    await scan(FOREIGN);
    await phone.says('Not on the list · 38 / 40');
    await scan(DAMAGED);
    await phone.page
      .getByRole('status')
      .filter({ hasText: /check digit/i })
      .waitFor();
    expect(await sums()).toEqual(['38', '2', '1', '1']);
  });

  test('a scan that the phone has no room for is said, not counted, and read at the next try', async () => {
    await phone.page.evaluate(() => {
      const { prototype } = IDBObjectStore;
      const put = Object.getOwnPropertyDescriptor(prototype, 'put');
      prototype.put = () => {
        Object.defineProperty(prototype, 'put', put ?? {});
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await scan(load.cases[38] ?? '');
    await phone.page.getByRole('alert').first().waitFor();
    expect(await sums()).toEqual(['38', '2', '1', '1']);
    await scan(load.cases[38] ?? '');
    await phone.says('Found · 39 / 40');
  });

  test('the count goes on after the app was killed', async () => {
    await phone.page.reload();
    await phone.page.getByText(FOREIGN, { exact: true }).waitFor();
    expect(await sums()).toEqual(['39', '1', '1', '1']);
    for (const code of load.cases.slice(39)) await scan(code);
    await phone.says('Found · 40 / 40');
    expect(await sum('Missing')).toBe('0');
  });
});
