import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { registerBatch, takeSample } from '@yaosu/gateway/story/batches';
import { FIRM } from '@yaosu/gateway/story/cast';
import { STAFF } from '@yaosu/gateway/story/staff';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../support/browser.js';
import { RunningServer } from '../support/running-server.js';
import { signInAs } from './sign-in.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
/** What every page asks for, whatever it shows. */
const OF_THE_FRAME: readonly string[] = ['demo/logins', 'network', 'session', 'events', 'enterprises'];

suite('in Chromium: home', () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('is made of one read, and reads again once something has changed', async () => {
    const stage = await Stage.open(server.url, systemPorts);
    const lot = await registerBatch(stage, {
      ...{ staff: STAFF.maker, kind: 'excipient', unit: 'KGM', storage: 'ambient', mah: FIRM.maker },
      identity: { name: '乳糖 lactose', product: 'EX-LAC', lot: 'AH-EX-03', specification: 'ChP 2025' },
      ...{ made: '20', usableDays: 300 },
    });
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const reads: string[] = [];
    page.on('request', (request) => {
      const [, read] = /^\/api\/(.*)$/.exec(new URL(request.url()).pathname) ?? [];
      const isRead = request.method() === 'GET' && read !== undefined && !OF_THE_FRAME.includes(read);
      if (isRead) reads.push(read);
    });
    const heard = page.waitForResponse((response) => response.url().endsWith('/api/events'));
    await signInAs(page, server.url, 'Anhe, analyst');
    await page.getByText('Nothing waits for you.').waitFor();
    await heard;
    expect(reads).toEqual(['waiting']);
    await takeSample(stage, lot, '1', false);
    await page
      .getByRole('link', { name: /^Samples without a result/ })
      .getByText('1')
      .waitFor();
    expect(reads).toEqual(['waiting', 'waiting']);
  });
});
