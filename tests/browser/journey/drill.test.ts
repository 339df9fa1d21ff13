import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { systemPorts } from '@yaosu/gateway/ports';
import { layCodedShelf, type CodedShelf } from '@yaosu/gateway/story/coded-shelf';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const BADGE = 'Drill 演练';
const BAND = 'DRILL 演练: this is an exercise, not a recall in earnest';
const HOME = /^Drill 演练: recall drills that wait for your response/;
const SHOP = '仁心人民路店';

suite('in Chromium: a recall drill, while the goods go on', () => {
  let server: RunningServer;
  let browser: Browser;
  let shelf: CodedShelf;
  let quality: Desk;
  let pharmacy: Desk;
  let counter: Phone;
  const onLedger = async (): Promise<ReadAnswer<'recall'>> => {
    const { client } = await shelf.stage.as('maker-qm');
    const { records } = await client.read('records', {}, { type: 'inv', drill: 'true' });
    return client.read('recall', { id: String(records[0]?.value['investigation']) });
  };
  const code = (pack: number): string => shelf.codes[pack] ?? '';
  const dispense = async (pack: number): Promise<void> => {
    await counter.tab('Trips');
    await counter.tab('Scan');
    await counter.type(code(pack));
    await counter.says('Its maker’s list proves this code.');
    await counter.choose('Counter', SHOP);
    await counter.press('Dispense');
    await counter.says('✓ on the ledger');
  };
  /** What anybody who holds a pack is told of it. */
  const seesNoRecall = async (pack: number): Promise<void> => {
    const [, gtin = '', serial = ''] = /^\(01\)(\d{14}).*\(21\)(.+)$/.exec(code(pack)) ?? [];
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await page.goto(`${server.url}/verify/01/${gtin}/21/${serial}?lang=en`);
    await page.getByText('No recall of this batch is open in this network.').waitFor();
    await page.context().close();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    shelf = await layCodedShelf(server.url, systemPorts);
    quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
    pharmacy = await Desk.of(browser, server.url, 'Renxin, pharmacist');
    counter = await Phone.of(browser, server.url, 'Renxin, pharmacist');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the MAH signals it as a drill, starts and stops; the closure is sealed by itself', async () => {
    await quality.open('Recalls');
    await quality.follow('Report signal');
    await quality.choose('Source', 'Complaint');
    await quality.tick('This is a drill 演练');
    await quality.find('Batch', 'AH-3101');
    await quality.type('What was observed', 'Exercise of the second half of the year.');
    await quality.sign();
    await quality.row('Complaint').getByText(BADGE).waitFor();
    await quality.row('Complaint').getByRole('link').first().click();
    await quality.sees(BAND);
    await quality.follow('Start investigation');
    await quality.sees(BAND);
    await quality.sign();
    await quality.follow('Stop batches');
    await quality.sees(BAND);
    await quality.sign();
    await quality.sees('Sealed');
    const { investigation, members } = await onLedger();
    expect(investigation).toMatchObject({ drill: true, starter: 'anhe-pharma', roots: [shelf.batch] });
    expect(members).toMatchObject([{ batch: shelf.batch, stopped: 'confirmed' }]);
  });

  test('a pack of the stopped batch is dispensed, and whoever scans one is told of no recall', async () => {
    await dispense(0);
    await seesNoRecall(1);
  });

  test('it is opened with class and clock, and still nothing is refused or told', async () => {
    await quality.follow('Decide on members');
    await quality.type('Reason', 'The batch that is practised with.', quality.group(/^Decisions \d+/));
    await quality.sign();
    await quality.follow('Open recall');
    await quality.sees(BAND);
    await quality.choose('Kind', 'Voluntary');
    await quality.choose('Class', 'Class I');
    await quality.choose('Depth', 'Patient');
    await quality.type('Reason', 'Exercise.');
    await quality.sign();
    await quality.sees('0 of 2 holders have responded');
    expect(await onLedger()).toMatchObject({ recall: { drill: true, state: 'open', class: 'I' } });
    await dispense(2);
    await seesNoRecall(1);
  });

  test('a holder finds it from home as a drill, and answers that it has to move nothing', async () => {
    await pharmacy.open('Home');
    await pharmacy.follow(HOME);
    await pharmacy.row('Voluntary').getByText(BADGE).waitFor();
    await pharmacy.row('Voluntary').getByRole('link').first().click();
    await pharmacy.sees(BAND);
    await pharmacy.follow('Respond');
    await pharmacy.sees(BAND);
    await pharmacy.sees(/Nothing has to be moved, segregated or returned/);
    await pharmacy.choose('Stage', 'Counted');
    await pharmacy.sign();
    await quality.sees('1 of 2 holders have responded');
    await quality.row('Answer of a holder').getByText('仁心').waitFor();
    expect((await onLedger()).responses).toMatchObject([
      { enterprise: 'renxin-pharmacy', counts: [{ batch: shelf.batch, onHand: '10' }] },
    ]);
  });

  test('drills are listed alone or left out', async () => {
    await pharmacy.open('Recalls');
    await pharmacy.choose('Drill or earnest', 'In earnest alone');
    await pharmacy.sees('No recalls.');
    expect(await pharmacy.rows(BADGE).count()).toBe(0);
    await pharmacy.choose('Drill or earnest', 'Drills alone');
    await pharmacy.row('Voluntary').getByText(BADGE).waitFor();
  });

  test('it closes with its reconciliation, and nothing of the batch is stopped any more', async () => {
    await quality.follow('Respond');
    await quality.sign();
    await quality.sees('2 of 2 holders have responded');
    await quality.follow('Close');
    await quality.type('Report', 'All packs were found in the time.');
    await quality.sign();
    await quality.sees('Reconciliation');
    await quality.sees(BAND);
    expect(await onLedger()).toMatchObject({
      recall: { drill: true, state: 'closed' },
      members: [{ stopped: 'lifted' }],
    });
  });
});
