import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../support/browser.js';
import { RunningServer } from '../support/running-server.js';
import { registerBatch } from './register-batch.js';
import { quiet } from './screenshots/shoot.js';
import { signInAs } from './sign-in.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const PAGES = [
  'Home',
  'Batches',
  'Codes',
  'Orders',
  'Shipments',
  'Cold chain',
  'Temperature profiles',
  'Recalls',
  'Hazardous waste',
  'Documents',
  'Disputes',
  'Enterprises',
  'Audit',
];

suite('in Chromium: acts from a record’s page', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await quiet(page);
    await signInAs(page, server.url, 'Linhe, production');
  });
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test.each(PAGES)('the link to %s leads to a page with a title and without a failure', async (name) => {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await quiet(page);
    expect(await page.getByText('This could not be loaded').count()).toBe(0);
  });

  test('a deviation is opened from the batch and stands on its page', async () => {
    await page.getByRole('link', { name: 'Batches' }).click();
    await page.getByRole('link', { name: 'Register a batch' }).click();
    await registerBatch(page);
    await page.getByRole('link', { name: 'Open deviation' }).click();
    await page.getByRole('button', { name: 'Continue to signing' }).click();
    await page.getByText('Some fields are missing or wrong.').waitFor();
    await page.getByLabel('Description').fill('The stirrer stood still for four minutes.');
    await page.getByLabel('Number').fill('DEV-2026-017');
    await page.getByRole('button', { name: 'Continue to signing' }).click();
    await page.getByText('You sign').waitFor();
    const signed = await page.locator('pre').innerText();
    expect(signed).toContain('"DEV-2026-017"');
    expect(signed).not.toContain('stirrer');
    await page.getByRole('button', { name: 'Sign and send' }).click();
    await page.getByRole('cell', { name: /DEV-2026-017/ }).waitFor();
    await page.getByRole('cell', { name: 'Open deviation' }).waitFor();
  });
});
