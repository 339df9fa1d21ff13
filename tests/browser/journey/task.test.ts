import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM } from '@yaosu/gateway/story/cast';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const SECRET = 'only the two of us know the mixing order';

suite('in Chromium: a task whose private terms are seen by two and by nobody else', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let task: string;

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a client seals terms and offers a task', async () => {
    const client = await Desk.of(browser, server.url, 'Anhe, purchaser');
    await client.open('Contract manufacturing');
    await client.follow('Commission a CDMO');
    await client.type('Price of a unit', '3200');
    await client.type('Lowest yield, %', '96');
    await client.type('For each day late, % of the value', '0.5');
    await client.type('For each % of yield below, % of the value', '1');
    await client.type('At most, % of the value', '20');
    await client.type('Clause 1: title', 'Know-how');
    await client.type('Clause 1: words', SECRET);
    await client.review();
    await client.sees(SECRET);
    await client.press('Sign and send');
    await client.page.waitForURL('**/acts/Task/offer**');
    await client.find('Site', '清泰');
    await client.type('Material', 'API-IXZ');
    await client.type('Quantity', '120');
    await client.choose('Unit', 'kg');
    await client.type('Start', stage.day(0));
    await client.type('Deliver by', stage.day(30));
    await client.type('Quality agreement', 'Quality agreement, edition 1.');
    await client.sign();
    await client.row('Offered').waitFor();
    const { client: api } = await stage.as('maker-purchaser');
    const { tasks } = await api.read('tasks', {}, { side: 'client' });
    expect(tasks.map(({ client: firm, cdmo, state }) => [firm, cdmo, state])).toEqual([
      [FIRM.maker, FIRM.cdmo, 'offered'],
    ]);
    task = tasks[0]?.task ?? '';
  });

  test('the CDMO reads the terms and accepts', async () => {
    const cdmo = await Desk.of(browser, server.url, 'Qingtai, qualified person');
    await cdmo.open('Contract manufacturing');
    await cdmo.follow(task.slice(0, 10));
    await cdmo.sees(SECRET);
    await cdmo.sees('Proved: these are the terms whose digest stands on the ledger');
    await cdmo.follow('Accept task');
    await cdmo.sign();
    await cdmo.sees('Accepted');
  });

  test('a rival is told that there is nothing, in its list and at the very address', async () => {
    const rival = await Desk.of(browser, server.url, 'Ruikang, qualified person');
    await rival.open('Contract manufacturing');
    await rival.sees('No tasks yet.');
    await rival.page.goto(`${server.url}/tasks/${task}`);
    await rival.sees('RECORD_NOT_FOUND');
    expect(await rival.page.getByText(SECRET).count()).toBe(0);
  });
});
