import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { layColdLot, sendColdLot } from '@yaosu/gateway/story/cold-lot';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';
import { walkPortal } from '../screenshots/portal.js';
import type { Tour } from '../screenshots/tours.js';
import { newInspection } from './violations.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;

/** Two roles whose pages have every kind of part: cards, tables, forms, badges, graphs, hashes. */
const SHORT: Readonly<Record<string, Tour>> = {
  cdmo: {
    actor: { en: 'Anhe, qualified person', zh: '安和质量受权人' },
    pages: ['', 'audit', 'quality', 'loads', 'validity?days=365'],
    details: ['batches'],
  },
  client: {
    actor: { en: 'Anhe, purchaser', zh: '安和采购员' },
    pages: ['tasks/new'],
    details: [],
  },
};

suite('in Chromium: axe finds nothing against WCAG 2.2 AA', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    await sendColdLot(await layColdLot(server.url, systemPorts));
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test.each([
    { language: 'en', size: 'desk', scheme: 'light' },
    { language: 'zh', size: 'phone', scheme: 'dark' },
  ] as const)('on the portal, $language, $size, $scheme', async (look) => {
    const { visit, visited, broken } = newInspection();
    await walkPortal(browser, server.url, look, visit, SHORT);
    expect(broken).toEqual({});
    expect(visited.map((name) => name.replace(`${look.language}-${look.size}-`, ''))).toEqual([
      'cdmo-sign-in',
      'cdmo-new-key',
      'cdmo-home',
      'cdmo-audit',
      'cdmo-quality',
      'cdmo-loads',
      'cdmo-validity-days-365',
      'cdmo-batches-record',
      'cdmo-batches-record-act',
      'client-tasks-new',
    ]);
  });

  test('on the phone', async () => {
    const { visit, broken } = newInspection();
    const { page } = await Phone.of(browser, server.url, 'Anhe, warehouse');
    await visit(page, 'trips');
    for (const name of ['scan', 'outbox', 'safety', 'lock']) {
      await page.goto(`${server.url}/m/#/${name}`);
      await visit(page, name);
    }
    expect(broken).toEqual({});
  });
});
