import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { enter } from '@yaosu/gateway/story/player';
import { HandleClient, itemAt, valueAt } from '@yaosu/gateway/testing/handle-client';
import { SimulatedNode } from '@yaosu/gateway/testing/simulated-node';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const PREFIX = '88.608.8889';
const WORDS = '前缀未备案';

suite('in Chromium: identifiers and the secondary node', () => {
  const node = new SimulatedNode();
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const host = await node.listen();
    node.refuse = (handle) => (handle.endsWith('drum-2') ? { status: -2, message: WORDS } : undefined);
    server = await RunningServer.seeded({
      env: {
        ...{ YAOSU_SECONDARY_NODE: `http://${host}`, YAOSU_WEBHOOK_TARGETS: host },
        YAOSU_IDENTIFIER_PREFIXES: `${PREFIX}=anhe-pharma`,
      },
    });
    browser = await openBrowser();
    const client = new HandleClient(server.url, (await enter(server.url, 'maker-production')).token);
    await client.template(PREFIX, '1.0', [itemAt(2000, 'name')]);
    for (const drum of ['drum-1', 'drum-2'])
      await client.register(`${PREFIX}/${drum}`, '1.0', [valueAt(2000, 'name', '原料桶')]);
    await node.until(() => node.registered.size === 1);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
    await node.close();
  });

  test('a refused identifier says why, is found by its state, sent again once that is mended, and registered', async () => {
    const maker = await Desk.of(browser, server.url, 'Anhe, qualified person');
    await maker.open('Identifiers');
    await maker.row('drum-1').getByText('Registered', { exact: true }).waitFor();
    await maker.choose('Secondary node', 'Refused');
    const refused = maker.row(WORDS);
    await refused.getByText('drum-2').waitFor();
    node.refuse = () => undefined;
    await maker.press('Send again', refused);
    await refused.waitFor({ state: 'detached' });
    await maker.choose('Secondary node', 'Registered');
    await maker.follow(`${PREFIX}/drum-2`);
    await maker.sees('Values of the identifier');
    await maker.row('原料桶').getByText('Everybody').waitFor();
  });
});
