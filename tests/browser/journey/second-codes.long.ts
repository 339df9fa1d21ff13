import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { layCodedShelf, type CodedShelf } from '@yaosu/gateway/story/coded-shelf';
import { GTIN } from '@yaosu/gateway/story/serials';
import { systemPorts } from '@yaosu/gateway/ports';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const CONFLICT = 'The second code is a pack itself';

suite('in Chromium: a second code is registered, found to be that of another pack, and withdrawn', () => {
  let server: RunningServer;
  let browser: Browser;
  let shelf: CodedShelf;
  let maker: Desk;
  const openCommission = async (): Promise<void> => {
    await maker.open('Batches');
    await maker.follow(/AH-3101/);
    await maker.follow('200 packs');
  };
  const conflicts = async () => {
    const { client } = await shelf.stage.as('maker-production');
    return (await client.read('codeConflicts', {})).conflicts;
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    shelf = await layCodedShelf(server.url, systemPorts);
    maker = await Desk.of(browser, server.url, 'Anhe, production');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('what is no code of one thing is refused in words', async () => {
    await openCommission();
    await maker.type('Number of the pack on the list', '1');
    await maker.type('Second code as a scanner reads it', `01${GTIN}`);
    await maker.press('Continue to signing the second code');
    await maker.sees('A second code is the code of one thing, in its one spelling.');
  });

  test('a second code that another pack of the list has already is counted at home', async () => {
    await maker.type('Second code as a scanner reads it', `01${GTIN}21${shelf.serials[1] ?? ''}`);
    await maker.press('Continue to signing the second code');
    await maker.press('Sign and send');
    await maker.row('Pack 1 of its list').getByText('Registered').waitFor();
    await maker.open('Home');
    await maker.follow(/Codes that do not agree/);
    await maker.row(CONFLICT).getByText('Withdraw the second code').waitFor();
  });

  test('the list is narrowed by kind, and the filter stands in the address', async () => {
    await maker.choose('What does not agree', 'The codes name different products');
    await maker.sees('No codes contradict each other.');
    expect(new URL(maker.page.url()).searchParams.get('kind')).toBe('otherProduct');
    await maker.choose('What does not agree', 'All');
    await maker.row(CONFLICT).waitFor();
  });

  test('the conflict leads to the list; the second code is withdrawn with a reason, and nothing disagrees', async () => {
    await maker.follow('A list of packs');
    await maker.follow('Withdraw second code');
    await maker.type('Reason', 'printed on the neighbour');
    await maker.sign();
    await maker.row('printed on the neighbour').getByText('Pack 1 of its list').waitFor();
    expect(await conflicts()).toEqual([]);
    await maker.open('Codes');
    await maker.follow('Codes that do not agree');
    await maker.sees('No codes contradict each other.');
  });
});
