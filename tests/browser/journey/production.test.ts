import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { layMaterial } from '@yaosu/gateway/story/recall-ground';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;

suite('in Chromium: a batch is made, tested, investigated, released, held and disputed', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Awaited<ReturnType<typeof layMaterial>>['stage'];
  let production: Desk;
  let analyst: Desk;
  let reviewer: Desk;
  let qualified: Desk;
  let quality: Desk;
  const made = async (): Promise<ReadAnswer<'batch'>['batch']> => {
    const { client } = await stage.as('maker-qp');
    const [batch] = (await client.read('batches', {}, { kind: 'packed' })).batches;
    if (batch === undefined) throw new Error('no packed batch');
    return batch;
  };
  const openBatch = async (desk: Desk): Promise<void> => {
    await desk.open('Batches');
    await desk.follow('Packed product');
    await desk.sees('Matches its digest on the ledger');
  };
  const record = async (verdict: 'Passed' | 'Failed', value: string): Promise<void> => {
    await openBatch(analyst);
    await analyst.follow('Record test result');
    await analyst.type('Parameter', 'Assay');
    await analyst.type('Method', 'HPLC');
    await analyst.choose('Verdict', verdict);
    await analyst.type('Value', value);
    await analyst.type('Limit', '95.0 % to 105.0 %');
    await analyst.sign();
    await analyst.row(verdict).getByText(value).waitFor();
  };
  const review = async (): Promise<void> => {
    await openBatch(reviewer);
    await reviewer.follow('Sign review');
    await reviewer.type('Report', 'Read from cover to cover.');
    await reviewer.sign();
    await reviewer.row('Review').waitFor();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    ({ stage } = await layMaterial(server.url, systemPorts));
    const desk = (actor: string): Promise<Desk> => Desk.of(browser, server.url, actor);
    production = await desk('Anhe, production');
    analyst = await desk('Anhe, analyst');
    reviewer = await desk('Anhe, reviewer');
    qualified = await desk('Anhe, qualified person');
    quality = await desk('Anhe, quality manager');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('production registers a batch and records what it was made of', async () => {
    await production.open('Batches');
    await production.follow('Register a batch');
    await production.type('Name', '依沙嗪片 ixazine tablets');
    await production.type('Specification', 'YBZ 09112026');
    await production.type('Product code', 'IXZ-20');
    await production.type('Lot', `AH-28-${stage.run}`);
    await production.choose('Kind', 'Packed product');
    await production.choose('Unit', 'pieces');
    await production.choose('Marketing authorisation holder', '安和制药股份有限公司');
    await production.type('Manufactured', stage.day(0));
    await production.type('Expiry or retest date', stage.day(700));
    await production.sign();
    await production.follow('Record production');
    await production.type('Quantity', '200');
    await production.type('Theoretical yield', '200');
    const limits = production.group('Limits of the yield');
    await production.type('Lower', '9500', limits);
    await production.type('Upper', '10100', limits);
    await production.press('Add', production.group('Inputs'));
    const input = production.group('Inputs 1');
    await production.find('Batch', 'AH-RM-07', input);
    await production.type('Quantity', '10', input);
    await production.choose('Unit', 'kg', input);
    await production.find('Site', '安和制剂厂', input);
    await production.sign();
    await production.row('200 pieces').waitFor();
    expect(await made()).toMatchObject({ disposition: 'quarantine', unit: 'H87' });
  });

  test('an analyst samples and finds it out of specification; the release is refused and says why', async () => {
    await openBatch(analyst);
    await analyst.follow('Take sample');
    await analyst.type('Quantity', '5');
    await analyst.sign();
    await record('Failed', '93.1 %');
    await review();
    await openBatch(qualified);
    await qualified.follow('Release from site');
    await qualified.review();
    await qualified.press('Sign and send');
    await qualified.sees('A result is out of specification and its investigation is not closed.');
    expect(await made()).toMatchObject({ disposition: 'quarantine' });
  });

  test('quality closes the investigation, the second result passes, both releases are signed', async () => {
    await openBatch(quality);
    await quality.follow('Close investigation');
    await quality.choose('Conclusion', 'No impact');
    await quality.type('Report', 'Dilution error in the laboratory.');
    await quality.sign();
    await quality.row('Failed').getByText('No impact').waitFor();
    await record('Passed', '99.2 %');
    await review();
    await openBatch(qualified);
    await qualified.follow('Release from site');
    await qualified.sign();
    await qualified.follow('Release to market');
    await qualified.sign();
    await qualified.row('Release to market').waitFor();
    expect(await made()).toMatchObject({ disposition: 'released', market: 'released' });
  });

  test('quality puts it on hold and lifts the hold again', async () => {
    await openBatch(quality);
    await quality.follow('Put on hold');
    await quality.type('Reason', 'Complaint of a customer.');
    await quality.sign();
    await quality.follow('Lift hold');
    await quality.sign();
    await quality.sees('Lifted');
    const { client } = await stage.as('maker-qp');
    const { batch } = await made();
    const { records } = await client.read('records', {}, { type: 'hold', batch });
    expect(records.map(({ value }) => value['liftedBy'] !== null)).toEqual([true]);
  });

  test('a batch record is granted to the wholesaler, who reads it', async () => {
    await openBatch(qualified);
    await qualified.follow('Publish document');
    await qualified.choose('Kind', 'Batch record');
    await qualified.type('Text', 'Made on line 2, cleaned before.');
    await qualified.sign();
    await qualified.follow('Batch record');
    await qualified.follow('Grant access');
    await qualified.find('Enterprise', '汇达医药批发有限公司');
    await qualified.sign();
    await qualified.row('汇达医药批发有限公司').waitFor();
    const wholesaler = await Desk.of(browser, server.url, 'Huida, quality manager');
    await wholesaler.open('Documents');
    await wholesaler.page.getByRole('tab', { name: 'Opened to you' }).click();
    await wholesaler.row('for good').getByRole('link').first().click();
    await wholesaler.sees('Made on line 2, cleaned before.');
    await wholesaler.sees('Matches its digest on the ledger');
  });

  test('a move of what is not there is a dispute, which quality resolves', async () => {
    const warehouse = await Desk.of(browser, server.url, 'Anhe, warehouse');
    await openBatch(warehouse);
    await warehouse.follow('Move');
    await warehouse.type('Quantity', '5000');
    await warehouse.find('To', '安和成品库');
    await warehouse.sign();
    await quality.open('Disputes');
    await quality.follow('Resolve dispute', quality.row('Move'));
    await quality.choose('Outcome', 'Void');
    await quality.type('Reason', 'Typed a nought too many.');
    await quality.sign();
    await quality.row('Move').getByText('Void').waitFor();
    const { client } = await stage.as('maker-qm');
    const { records } = await client.read('records', {}, { type: 'disp' });
    expect(records[0]?.value).toMatchObject({ act: 'move', resolution: { outcome: 'void' } });
  });
});
