import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { systemPorts } from '@yaosu/gateway/ports';
import { approve } from '@yaosu/gateway/story/approved-list';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { parseCsv } from '../../support/parse-csv.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const FIRM_ENDING = FIRM.lapsedSupplier;
const ENDING = 'DJ-2025-0202';
const AT_HOME = /^Licences, audits and keys that run out within 30 days/;

suite('in Chromium: a licence that runs out', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  const order = { id: '' };
  const license = (number: string, notBefore: string, notAfter: string): Promise<unknown> =>
    stage.send('drug-inspector', ACTS.Enterprise.addLicence, {
      enterprise: FIRM_ENDING,
      number,
      kind: 'materialRegistration',
      scope: ['startingMaterial'],
      sites: [glnOfSite(FIRM_ENDING)],
      notBefore,
      notAfter,
      issuedBy: '苏澜省药品监督管理局（演示）',
      evidence: stage.digest(number),
    });
  const place = async (entry: string): Promise<string> => {
    const id = stage.newId();
    await stage.send('cdmo-purchaser', ACTS.Order.place, {
      order: id,
      buyer: FIRM.cdmo,
      supplier: FIRM_ENDING,
      site: glnOfSite(FIRM_ENDING),
      approval: entry,
      lines: [{ material: stage.digest('2-chlorophenothiazine'), quantity: '100', unit: 'KGM' }],
      requiredBy: stage.day(60),
    });
    return id;
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
    await license(ENDING, stage.day(-500), stage.day(20));
    order.id = await place(await approve(stage, FIRM_ENDING));
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('is seen by quality with what it blocks, and goes away when a new one follows it', async () => {
    const quality = await Desk.of(browser, server.url, 'Qingtai, qualified person');
    await quality.follow(AT_HOME);
    const row = quality.row(ENDING);
    await row.getByText('20 days left').waitFor();
    await row.getByText('Place order is refused').waitFor();
    await row.getByText('Goes on, but nothing new follows:').waitFor();
    await quality.follow(`Order ${order.id.slice(0, 10)}`, row);
    await quality.page.getByRole('heading', { level: 1, name: /Order/ }).waitFor();
    await quality.open('Validity calendar');
    await quality.choose('Whose', 'Our own');
    await row.waitFor({ state: 'detached' });
    await quality.choose('Whose', 'Of partners');
    await row.waitFor();
    const download = quality.page.waitForEvent('download');
    await quality.press('Save as table (CSV)');
    const lines = parseCsv(await readFile(await (await download).path(), 'utf8'));
    expect(lines.map((cells) => cells.slice(0, 4))).toEqual([
      ['Last day', 'Time left', 'What runs out', 'Number'],
      [stage.day(20), '20 days left', 'Material registration', ENDING],
    ]);
    await quality.follow('Material registration', row);
    await quality.row(ENDING).getByText('In force').waitFor();
    await license('DJ-2026-0202', stage.day(21), stage.day(1_000));
    await quality.open('Home');
    await quality.sees('Nothing waits for you.');
    await quality.open('Validity calendar');
    await quality.choose('Look ahead', '30 days');
    await quality.sees('Nothing runs out in this time.');
  });
});
