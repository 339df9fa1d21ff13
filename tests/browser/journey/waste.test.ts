import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser, PHOTO } from '../../support/browser.js';
import { enter } from '../../support/demo-client.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 120_000;
const CODE = '271-002-02';
const DISPOSER = '净源危险废物处置有限公司';

suite('in Chromium: a drum of spent solvent from the first fill to the closed manifest', () => {
  let server: RunningServer;
  let browser: Browser;
  let keeper: Desk;
  let disposer: Desk;
  let driver: Desk;
  const manifest = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { client } = await enter(server.url, 'cdmo-waste');
    const { records } = await client.read('records', {}, { type: 'man' });
    return records[0]?.value ?? {};
  };
  const part = async (name: string): Promise<void> => {
    await keeper.open('Hazardous waste');
    await keeper.page.getByRole('tab', { name }).click();
  };
  const openManifest = async (desk: Desk): Promise<void> => {
    await desk.open('Home');
    await desk.open('Hazardous waste');
    await desk.row(CODE).getByRole('link').first().click();
    await desk.sees(`Manifest · ${CODE}`);
  };

  /** The keeper drafts a manifest of the drum that stands sealed. */
  const draft = async (): Promise<void> => {
    await keeper.open('Hazardous waste');
    await keeper.follow('Draft manifest');
    await keeper.find('Disposer', DISPOSER);
    await keeper.find('To', '净源焚烧厂');
    await keeper.find('Carrier', '绿途危险废物运输有限公司');
    await keeper.type('Vehicle', '苏A·D0909');
    await keeper.press('Add', keeper.group('Drums'));
    await keeper.find('Drums 1', 'Sealed');
    await keeper.sign();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    keeper = await Desk.of(browser, server.url, 'Qingtai, waste keeper');
    disposer = await Desk.of(browser, server.url, 'Jingyuan, waste keeper');
    driver = await Desk.of(browser, server.url, 'Lvtu, driver');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the keeper registers the stream, opens, fills and seals a drum', async () => {
    await keeper.open('Hazardous waste');
    await keeper.follow('Register waste stream');
    await keeper.find('Site', '清泰原料药车间');
    await keeper.type('Code', CODE);
    await keeper.type('Edition', '2025');
    await keeper.choose('Form', 'Liquid');
    await keeper.choose('Class of dangerous goods', '3');
    await keeper.find('Operator of the site', '清泰生物合同研发生产有限公司');
    await keeper.type('Source and composition', 'Spent toluene of the coupling step.');
    await keeper.press('Add', keeper.group('Hazards'));
    await keeper.choose('Hazards 1', 'Toxic (T)');
    await keeper.sign();
    await part('Waste streams');
    await keeper.follow('Open drum');
    await keeper.type('Drum', 'QT-DRUM-0817');
    await keeper.choose('Kind', 'Drum');
    await keeper.type('Tare, g', '18000');
    await keeper.sign();
    await part('Drums');
    await keeper.follow('Record fill');
    await keeper.type('Weight, g', '164500');
    await keeper.sign();
    await part('Drums');
    await keeper.follow('Weigh and seal');
    await keeper.type('Gross, g', '182500');
    await keeper.type('Net, g', '164500');
    await keeper.sign();
    await part('Drums');
    await keeper.row('164.5 kg').getByText('Sealed').waitFor();
  });

  test('generator and disposer agree on the year, both sign at their desks', async () => {
    const card = await disposer.card();
    await keeper.follow('Agree yearly plan');
    await keeper.find('Disposer', DISPOSER);
    await keeper.type('Code', CODE);
    await keeper.type('Year', String(new Date().getFullYear()));
    await keeper.type('Licence', 'JSWF-2021-1010');
    await keeper.type('Planned, g', '200000000');
    await disposer.countersignLast(await keeper.signWith([card]));
    await part('Yearly plans');
    await keeper.row('200000 kg').waitFor();
  });

  test('the driver does not load a drum with a wrong label: said without signal, with a photo', async () => {
    await draft();
    const phone = await Phone.of(browser, server.url, 'Lvtu, driver');
    await phone.page.getByRole('link', { name: /^Waste at the gate: 271-002-02/ }).waitFor();
    await phone.setSignal(false);
    await phone.page.getByRole('link', { name: /^Waste at the gate: 271-002-02/ }).click();
    await phone.press('Refuse to load');
    await phone.choose('Reason', 'Label does not match');
    await phone.page.getByLabel('What is wrong, and how much of it').fill('Label says acetone.');
    await phone.page
      .getByLabel('Photo')
      .setInputFiles({ name: 'label.png', mimeType: 'image/png', buffer: PHOTO });
    await phone.press('Sign the refusal');
    await phone.page.getByText('on this phone', { exact: true }).waitFor();
    await phone.tab('Trips');
    await phone.page.getByText('No trips here.').waitFor();
    expect(await manifest()).toMatchObject({ state: 'draft', refusal: null });
    await phone.setSignal(true);
    await phone.tab('Outbox');
    await phone.page.getByText('on the ledger').waitFor();
    const { state, refusal } = await manifest();
    expect(state).toBe('voided');
    expect(refusal).toMatchObject({ reason: 'labelWrong', driver: { enterprise: 'lvtu-transport' } });
    const { client } = await enter(server.url, 'waste-driver');
    const { evidence } = refusal as { evidence: string };
    const { content } = await client.read('statement', { digest: evidence });
    expect(content).toMatchObject({ kind: 'loadingRefusal', words: 'Label says acetone.' });
    expect((content as { photo: string }).photo).toMatch(/^data:image\/jpeg;base64,/);
    await openManifest(keeper);
    await keeper.sees('Loading refused');
    await keeper.sees('Label does not match');
    await phone.context.close();
  });

  test('keeper, driver and escort sign the departure one after another', async () => {
    const escort = await Desk.of(browser, server.url, 'Lvtu, escort');
    const cards = [await driver.card(), await escort.card()];
    await draft();
    await openManifest(keeper);
    await keeper.follow('Depart');
    const toDriver = await keeper.signWith(cards);
    await disposer.open('Countersign');
    await disposer.page.getByLabel('Paste the text').fill(toDriver);
    await disposer.sees('Your key is not among those who sign this.');
    await escort.countersignLast(await driver.countersignAndPassOn(toDriver));
    const { state, departed } = await manifest();
    expect(state).toBe('departed');
    expect(departed).toMatchObject({ driver: { enterprise: 'lvtu-transport' } });
  });

  test('the acceptor weighs less; the difference is explained before the manifest is closed', async () => {
    const card = await driver.card();
    await openManifest(disposer);
    await disposer.follow('Weigh in and accept');
    await disposer.type('Weighbridge ticket', 'Ticket 4711, scales 2.');
    const drum = disposer.group('Drums 1');
    await disposer.type('Gross, g', '162500', drum);
    await disposer.type('Net, g', '144500', drum);
    await driver.countersignLast(await disposer.signWith([card]));
    await openManifest(keeper);
    await keeper.follow('Explain difference');
    await keeper.choose('Reason', 'Evaporation');
    await keeper.type('Statement', 'Breather valve, and what stayed in the drum.');
    await keeper.sign();
    await openManifest(disposer);
    await disposer.follow('Close manifest');
    await disposer.sign();
    await disposer.sees('Closed');
    expect(await manifest()).toMatchObject({
      state: 'closed',
      differences: [{ sentNet: '164500', receivedNet: '144500', answer: { reason: 'evaporation' } }],
    });
  });
});
