import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { registerBatch, standingOf, takeSample, type Lot } from '@yaosu/gateway/story/batches';
import { FIRM } from '@yaosu/gateway/story/cast';
import { STAFF } from '@yaosu/gateway/story/staff';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const RELEASE = /^Release from site/;
const NO_OOS = 'No result out of specification is under investigation';
const NOTHING = 'Nothing of this kind waits at the desk.';

suite('in Chromium: a lot goes over the quality desk', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let lot: Lot;
  let qualified: Desk;
  const desk = (actor: string): Promise<Desk> => Desk.of(browser, server.url, actor);

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
    lot = await registerBatch(stage, {
      ...{ staff: STAFF.maker, kind: 'excipient', unit: 'KGM', storage: 'ambient', mah: FIRM.maker },
      identity: { name: '乳糖 lactose', product: 'EX-LAC', lot: 'AH-EX-02', specification: 'ChP 2025' },
      ...{ made: '20', usableDays: 300 },
    });
    await takeSample(stage, lot, '1', false);
    qualified = await desk('Anhe, qualified person');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a sample waits for the analyst, its result for a reviewer who finds it from home', async () => {
    const analyst = await desk('Anhe, analyst');
    await analyst.open('Quality desk');
    await analyst.follow('Record test result', analyst.row(/^Sample without a result/));
    await analyst.type('Parameter', 'Water');
    await analyst.type('Method', 'Karl Fischer');
    await analyst.choose('Verdict', 'Failed');
    await analyst.type('Value', '6.1 %');
    await analyst.type('Limit', '4.5 % to 5.5 %');
    await analyst.sign();
    await analyst
      .row(/^Results to review/)
      .getByText('Another person has to')
      .waitFor();
    const reviewer = await desk('Anhe, reviewer');
    await reviewer.follow(/^Batches with results to review/);
    await reviewer.follow('Sign review', reviewer.row(/^Results to review/));
    await reviewer.type('Report', 'Read from cover to cover.');
    await reviewer.sign();
    await reviewer.sees(NOTHING);
  });

  test('the desk says what blocks the release, and leads to who can end it', async () => {
    await qualified.open('Quality desk');
    await qualified.row(RELEASE).getByText(NO_OOS).waitFor();
    await qualified.follow('Release conditions', qualified.row(RELEASE));
    await qualified.row(NO_OOS).getByText('✗ Not met').waitFor();
    await qualified.row('There are test results').getByText('✓ Met').waitFor();
    await qualified.sees('It can be signed when every condition is met.');
    const quality = await desk('Anhe, quality manager');
    await quality.open('Quality desk');
    await quality.follow('Close investigation', quality.row(/^Result out of specification/));
    await quality.choose('Conclusion', 'No impact');
    await quality.type('Report', 'Sample stood open.');
    await quality.sign();
    await quality.row(/^Result out of specification/).waitFor({ state: 'detached' });
  });

  test('the batch waits for the release, which is signed from there; its trail says all of it', async () => {
    await qualified.open('Quality desk');
    await qualified.choose('State', 'To be decided');
    await qualified.follow('Release conditions', qualified.row(RELEASE));
    await qualified.sees('Quarantine → Released');
    await qualified.follow('Release from site');
    await qualified.sign();
    await qualified.follow('Audit-trail review');
    await qualified.row('Close investigation').getByText('Open → No impact').waitFor();
    await qualified.row('Close investigation').getByText('Sample stood open.').waitFor();
    await qualified.row('Release from site').getByText('Quarantine → Released').waitFor();
    await qualified.sees('Reviewed after the last result');
    expect(await standingOf(stage, 'maker-qp', lot.batch)).toEqual(['released', 'none']);
    await qualified.open('Quality desk');
    await qualified.sees(NOTHING);
  });
});
