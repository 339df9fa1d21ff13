import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { WORDS } from '../bad-input/hostile.js';
import { CHROMIUM, openBrowser } from '../support/browser.js';
import { parseCsv } from '../support/parse-csv.js';
import { registerFirm } from '../support/regulator.js';
import { RunningServer } from '../support/running-server.js';
import { signInAs } from './sign-in.js';

const NAMES = { ...WORDS, formula: '=1+1' };

const suite = CHROMIUM === '' ? describe.skip : describe;

suite('in Chromium: words that others have written', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    server = await RunningServer.seeded();
    for (const [enterprise, name] of Object.entries(NAMES))
      await registerFirm(server.url, server.data, {
        enterprise: `firm-${enterprise}`,
        name,
        roles: ['carrier'],
      });
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await signInAs(page, server.url, 'Linhe, production');
  });
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('are shown to the letter and do nothing', async () => {
    await page.getByRole('link', { name: 'Enterprises', exact: true }).click();
    for (const words of Object.values(NAMES)) await page.getByText(words, { exact: true }).first().waitFor();
    expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false);
    expect(await page.locator('img[onerror]').count()).toBe(0);
    expect(said).toEqual([]);
  });

  test('are saved as a table with every page of the list, and as text where a spreadsheet would run them', async () => {
    const asked: string[] = [];
    await page.route(/\/api\/enterprises(\?|$)/, (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('limit', '7');
      asked.push(url.search);
      return route.continue({ url: url.href });
    });
    await page.reload();
    const names = page.locator('main tbody tr td:first-child');
    await names.first().waitFor();
    expect(await names.count()).toBe(7);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as table (CSV)' }).click();
    const download = await downloading;
    const lines = parseCsv(await readFile(await download.path(), 'utf8'));
    const all = await names.allTextContents();
    expect(asked.length).toBeGreaterThan(all.length / 7 - 1);
    expect(download.suggestedFilename()).toMatch(/^Enterprises \d{4}-\d{2}-\d{2}\.csv$/);
    expect(lines[0]).toEqual(['Name', 'Id', 'Roles', 'Organisation']);
    expect(lines.slice(1).map(([name = '']) => name)).toEqual(
      all.map((name) => (name === NAMES.formula ? `'${name}` : name.trim())),
    );
    for (const each of Object.values(NAMES)) expect(all).toContain(each);
  });
});
