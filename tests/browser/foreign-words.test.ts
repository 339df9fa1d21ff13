import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { WORDS } from '../bad-input/hostile.js';
import { CHROMIUM, openBrowser } from '../support/browser.js';
import { registerFirm } from '../support/regulator.js';
import { RunningServer } from '../support/running-server.js';
import { signInAs } from './sign-in.js';

const suite = CHROMIUM === '' ? describe.skip : describe;

suite('in Chromium: words that others have written', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    server = await RunningServer.start();
    for (const [enterprise, name] of Object.entries(WORDS))
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
    for (const words of Object.values(WORDS)) await page.getByText(words, { exact: true }).first().waitFor();
    expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false);
    expect(await page.locator('img[onerror]').count()).toBe(0);
    expect(said).toEqual([]);
  });
});
