import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { sendDrums, type DrumsOnTheRoad } from '@yaosu/gateway/story/drums-on-the-road';
import { CHROMIUM, openBrowser, PHOTO } from '../../support/browser.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 120_000;
const TICKET = 'Ticket 4711, scales 2';

suite('in Chromium: drums are ticked off and weighed in by two phones without signal', () => {
  let server: RunningServer;
  let browser: Browser;
  let sent: DrumsOnTheRoad;
  let keeper: Phone;
  let driver: Phone;
  const manifest = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { client } = await sent.stage.as('disposer-keeper');
    return (await client.read('record', { key: `man~${sent.manifest}` })).record.value;
  };
  const coming = () => keeper.page.getByRole('link', { name: /^Waste to weigh in: 271-002-02/ });
  const weighIn = async (): Promise<string> => {
    await keeper.tab('Trips');
    await coming().click();
    await keeper.press('Weigh in');
    await keeper.choose('1 · Found', 'Accepted');
    await keeper.page.getByLabel('1 · Gross, kg').fill('162.5');
    await keeper.choose('2 · Found', 'Missing');
    await keeper.page.getByLabel('Ticket of the weighbridge').fill(TICKET);
    await keeper.page
      .getByLabel('Photo')
      .setInputFiles({ name: 'ticket.png', mimeType: 'image/png', buffer: PHOTO });
    await keeper.press('Sign and show the code');
    return keeper.shownCode();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    sent = await sendDrums(server.url, systemPorts, 2);
    keeper = await Phone.of(browser, server.url, 'Jingyuan, waste keeper');
    driver = await Phone.of(browser, server.url, 'Lvtu, driver');
    await coming().waitFor();
    await driver.tab('Outbox');
    await driver.tab('Trips');
    await driver.page.getByText(/^As of/).waitFor();
    for (const phone of [keeper, driver]) await phone.setSignal(false);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a drum that is not decided, or weighs less than its tare, is not signed for', async () => {
    await coming().click();
    await keeper.press('Weigh in');
    await keeper.press('Sign and show the code');
    const found = keeper.page.getByLabel('1 · Found');
    expect(await found.evaluate((field) => field.matches(':invalid'))).toBe(true);
    await keeper.choose('1 · Found', 'Accepted');
    await keeper.page.getByLabel('1 · Gross, kg').fill('17');
    await keeper.press('Sign and show the code');
    const gross = keeper.page.getByLabel('1 · Gross, kg');
    expect(await gross.evaluate((field) => (field as HTMLInputElement).validationMessage)).toBe(
      'Weights are kilograms to the gram, e.g. 182.5; gross is not below tare.',
    );
  });

  test('weights that were altered on the way to the driver are not the keeper’s', async () => {
    const shown = await weighIn();
    await driver.tab('Scan');
    await driver.type(shown.replace('["accepted","162500"', '["accepted","182500"'));
    await driver.press('Sign these weights');
    await keeper.type(await driver.shownCode());
    await keeper.says('The signature of the other phone does not fit. Start again.');
  });

  test('keeper and driver sign what the scales say; it is kept until there is signal', async () => {
    const shown = await weighIn();
    await driver.tab('Trips');
    await driver.tab('Scan');
    await driver.type(shown);
    await driver.page.getByText('Gross 162.5 kg · Net 144.5 kg').waitFor();
    await driver.press('Sign these weights');
    await keeper.type(await driver.shownCode());
    await keeper.page.getByText('on this phone', { exact: true }).waitFor();
    await keeper.tab('Trips');
    await keeper.page.getByText('No trips here.').waitFor();
    expect(await manifest()).toMatchObject({ state: 'departed', received: null });
  });

  test('with signal it stands on the ledger once, with the difference and the missing drum', async () => {
    await keeper.setSignal(true);
    await keeper.tab('Outbox');
    await keeper.page.getByText('on the ledger').waitFor();
    const { state, received, differences } = await manifest();
    const [first, second] = sent.drums;
    expect(state).toBe('partlyAccepted');
    expect(received).toMatchObject({
      drums: [
        { drum: first, verdict: 'accepted', gross: '162500', tare: '18000', net: '144500' },
        { drum: second, verdict: 'missing', gross: '0', tare: '0', net: '0' },
      ],
      acceptor: { enterprise: 'jingyuan-disposal' },
      driver: { enterprise: 'lvtu-transport' },
    });
    expect(differences).toMatchObject([
      { drum: first, kind: 'weight', sentNet: '164500', receivedNet: '144500' },
      { drum: second, kind: 'missing' },
    ]);
    const { client } = await sent.stage.as('disposer-keeper');
    const { weighbridge } = received as { weighbridge: string };
    const { content } = await client.read('statement', { digest: weighbridge });
    expect(content).toMatchObject({ kind: 'weighbridge', words: TICKET });
  });
});
