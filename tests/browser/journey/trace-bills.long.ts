import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { layCodedShelf } from '@yaosu/gateway/story/coded-shelf';
import { SimulatedPlatform } from '@yaosu/gateway/testing/simulated-platform';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const WORDS = '批号未备案';

suite('in Chromium: bills for the trace platform', () => {
  const platform = new SimulatedPlatform();
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const host = await platform.listen();
    platform.refuse = ({ kind }) => (kind === 'saleOut' ? { code: 'LOT_UNKNOWN', text: WORDS } : undefined);
    const env = { YAOSU_TRACE_PLATFORM: `http://${host}`, YAOSU_WEBHOOK_TARGETS: host };
    server = await RunningServer.seeded({ env });
    browser = await openBrowser();
    await layCodedShelf(server.url, systemPorts);
    await platform.until(() => platform.booked.some(({ kind }) => kind === 'purchaseIn'));
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
    await platform.close();
  });

  test('a refused bill of a sale says why, is sent again once that is mended, and is accepted', async () => {
    const maker = await Desk.of(browser, server.url, 'Anhe, qualified person');
    await maker.open('Trace bills');
    await maker.row('Production in').getByText('Accepted').waitFor();
    const refused = maker.row(WORDS);
    await refused.getByText('Sale out').waitFor();
    platform.refuse = () => undefined;
    await maker.press('Send again', refused);
    await refused.waitFor({ state: 'detached' });
    await maker.row('Sale out').getByText('Accepted').waitFor();
    await maker.follow('Sale out');
    await maker.sees('Lines');
    await maker.row('AH-3101').getByText('12', { exact: true }).waitFor();
  });

  test('a day is compared with the platform', async () => {
    const pharmacist = await Desk.of(browser, server.url, 'Renxin, pharmacist');
    await pharmacist.open('Trace bills');
    await pharmacist.choose('Kind of bill', 'Purchase in');
    await pharmacist.row('Purchase in').getByText('Accepted').waitFor();
    const [day = ''] = platform.booked.map((bill) => bill.day);
    await pharmacist.type('Day to compare', day);
    await pharmacist.press('Compare');
    await pharmacist.row(day).getByText('None').waitFor();
  });
});
