import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Browser, Route } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const COMMANDS = '**/api/commands/**';
const SITE = glnOfSite(FIRM.cdmo);
const HEADER =
  'Name;Product code;Lot;Specification;Kind;Site;Manufactured;Expiry or retest date;Unit;Storage;Control class';

suite('in Chromium: batches are brought in from a table, some of its rows wrong', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let desk: Desk;
  let mended: string;

  const rowOf = (lot: string, { kind = 'Intermediate', site = SITE } = {}): string =>
    `Chlorpromazine;API-CPZ;${lot};ChP 2025;${kind};${site};2026/11/1;2028-10-31;kg;Room temperature 10–30 °C;Not controlled`;
  const bring = async (name: string, text: string): Promise<void> => {
    await desk.open('Bulk import');
    await desk.choose('What to bring in', 'Register batch');
    await desk.upload('CSV file or Excel workbook (.xlsx)', { name, text });
    await desk.press('Check the table');
  };
  const countOnLedger = async (): Promise<number> => {
    const { client } = await stage.as('cdmo-production');
    return (await client.read('batches', {})).batches.length;
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
    desk = await Desk.of(browser, server.url, 'Qingtai, production');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('what is wrong is named by row and column, and the rows are saved to be mended', async () => {
    const rows = [
      rowOf('0001'),
      rowOf('0002', { kind: 'Tablet' }),
      rowOf('0003'),
      rowOf('0004', { site: '6901003000019' }),
      rowOf('0005'),
    ];
    await bring('batches.csv', [HEADER, ...rows].join('\r\n'));
    await desk.sees('3 good');
    await desk.sees(/^Kind: One of/, desk.row('0002'));
    await desk.sees(/^Site: GLN/, desk.row('0004'));
    const saved = desk.page.waitForEvent('download');
    await desk.press('Save the rows with errors (CSV)');
    const wrong = await readFile(await (await saved).path(), 'utf8');
    mended = wrong.replace('Tablet', 'Intermediate').replace('6901003000019', SITE);
    expect(await countOnLedger()).toBe(0);
  });

  test('a reload in the middle loses no row and does none twice', async () => {
    await desk.press('Continue to signing: 3');
    await desk.sees('You sign 3 commands, one a row');
    let reached: () => void;
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    let asked = 0;
    // The first is answered, the second arrives and its answer does not, the third never arrives.
    await desk.page.route(COMMANDS, async (route: Route) => {
      asked += 1;
      if (asked === 1) return route.continue();
      if (asked === 2) {
        await route.fetch();
        reached();
      }
    });
    await desk.press('Sign and send 3');
    await isReached;
    await desk.sees('1 of 3 rows have ended');
    await desk.page.reload();
    await desk.sees('This import was interrupted.');
    expect(await countOnLedger()).toBe(2);
    await desk.page.unroute(COMMANDS);
    await desk.press('Go on');
    await desk.sees('3 of 3 rows have ended');
    expect(await desk.rows('On the ledger').count()).toBe(3);
    expect(await countOnLedger()).toBe(3);
  });

  test('the mended rows are brought in, and what is on the ledger is not offered again', async () => {
    await bring('mended.csv', mended);
    await desk.sees('2 good');
    await desk.press('Continue to signing: 2');
    await desk.press('Sign and send 2');
    await desk.sees('2 of 2 rows have ended');
    expect(await countOnLedger()).toBe(5);
    await bring('mended.csv', mended);
    await desk.sees('0 good');
    await desk.sees('Lot: is on the ledger already');
  });

  test('an authority brings in licences; one that stands already is named', async () => {
    const inspector = await Desk.of(browser, server.url, 'Drug inspector');
    await inspector.open('Bulk import');
    await inspector.choose('What to bring in', 'Add licence');
    const rows = ['DJ-2021-0101', 'DJ-2026-0909'].map(
      (number) =>
        `linhe-chemical\t${number}\tmaterialRegistration\texcipient|packaging\t\t2026-01-01\t2030-12-31\tNMPA\tSeen.`,
    );
    const header = 'enterprise\tnumber\tkind\tscope\tsites\tnotBefore\tnotAfter\tissuedBy\tevidence';
    await inspector.type('Or paste rows here, with their header', [header, ...rows].join('\n'));
    await inspector.press('Check the table');
    await inspector.sees('Number: is on the ledger already', inspector.row('DJ-2021-0101'));
    await inspector.press('Continue to signing: 1');
    await inspector.press('Sign and send 1');
    await inspector.sees('1 of 1 rows have ended');
    const { client } = await stage.as('cdmo-purchaser');
    const { licences } = await client.read('enterprise', { id: FIRM.supplier });
    expect(licences.find(({ number }) => number === 'DJ-2026-0909')?.scope).toEqual([
      'excipient',
      'packaging',
    ]);
  });

  test('who may bring in nothing is told so', async () => {
    const purchaser = await Desk.of(browser, server.url, 'Qingtai, purchaser');
    await purchaser.open('Bulk import');
    await purchaser.sees('None of the acts that come in tables is open to your roles and functions.');
  });
});
