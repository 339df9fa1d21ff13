import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../support/browser.js';
import { fillBatch } from './register-batch.js';
import { signInAs } from './sign-in.js';
import { RunningServer } from '../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;

suite('in Chromium: a batch from the page to a block and back', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a worker signs in with a key that this browser makes', async () => {
    await signInAs(page, server.url, 'Linhe, production');
    await page.getByRole('link', { name: 'Batches' }).click();
    await page.getByText('Your enterprise has no batches yet.').waitFor();
  });

  test('a form that is not complete is not sent', async () => {
    await page.getByRole('link', { name: 'Register a batch' }).click();
    await page.getByRole('button', { name: 'Continue to signing' }).click();
    await page.getByText('Please check this field').first().waitFor();
  });

  test('the filled form shows what is signed, and the signed batch comes back with its block', async () => {
    await fillBatch(page);
    expect(await page.getByText('LH2611-003').isVisible()).toBe(true);
    expect(await page.locator('pre').innerText()).not.toContain('LH2611-003');
    await page.getByRole('button', { name: 'Sign and send' }).click();
    await page.getByText('Matches its digest on the ledger').waitFor();
    await page.getByText('Batch.register').waitFor();
    expect(await page.getByText('4-Aminophenol').isVisible()).toBe(true);
  });

  test('it is found by its lot, from the keyboard', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('lh2611-003');
    await page.keyboard.press('Enter');
    await page.getByText('Looked for: lh2611-003').waitFor();
    await page.getByRole('link', { name: '4-Aminophenol · LH2611-003' }).click();
    await page.getByText('Matches its digest on the ledger').waitFor();
  });

  test('a rival sees nothing of it', async () => {
    const path = new URL(page.url()).pathname;
    const rival = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await signInAs(rival, server.url, '瑞康生产员');
    await rival.getByRole('link', { name: '批次' }).click();
    await rival.getByText('本企业尚无批次。').waitFor();
    const foreign = await rival.evaluate(
      (url) => fetch(url).then((response) => response.status),
      `/api${path}`,
    );
    expect(foreign).toBe(401);
  });
});
