import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { layColdLot, sendColdLot, type ColdLot, type ColdTrip } from '@yaosu/gateway/story/cold-lot';
import { sendDrums } from '@yaosu/gateway/story/drums-on-the-road';
import { CHROMIUM, openBrowser, PHOTO } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';
import { newInspection } from '../accessibility/violations.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const WORDS = 'A lorry touched the door on the hard shoulder. One case is dented, nobody is hurt.';
const WAITS = 'Incidents to look into and close';

suite('in Chromium: an accident on the way is reported without signal, and quality closes it', () => {
  let server: RunningServer;
  let browser: Browser;
  let cold: ColdLot;
  let trip: ColdTrip;
  let driver: Phone;
  let wasteDriver: Phone;
  let quality: Desk;
  const { visit, broken } = newInspection();

  const incidents = async (login: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { client } = await cold.stage.as(login);
    return (await client.read('records', {}, { type: 'inc' })).records.map(({ value }) => value);
  };
  const ship = async (): Promise<unknown> => {
    const { client } = await cold.stage.as('maker-warehouse');
    return (await client.read('record', { key: `ship~${trip.shipment}` })).record.value;
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    cold = await layColdLot(server.url, systemPorts);
    trip = await sendColdLot(cold);
    await sendDrums(server.url, systemPorts, 2);
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    await driver.page.getByRole('link', { name: trip.noteNo }).waitFor();
    wasteDriver = await Phone.of(browser, server.url, 'Lvtu, driver');
    await wasteDriver.page.getByRole('link', { name: /^Waste on board:/ }).waitFor();
    for (const phone of [driver, wasteDriver]) await phone.setSignal(false);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('people first; then the driver says what it is, where, in words and with a photo', async () => {
    await driver.openTrip(trip.noteNo);
    await driver.tab('Report an incident');
    await driver.says('People first: call 110, 119 or 120.');
    expect(await driver.page.getByRole('link', { name: '120 ambulance' }).getAttribute('href')).toBe(
      'tel:120',
    );
    expect(await driver.page.getByRole('link', { name: 'Safety card of the load' }).count()).toBe(0);
    await driver.press('Accident');
    await driver.press('Sign the report');
    const words = driver.page.getByLabel('What happened');
    expect(await words.evaluate((field) => field.matches(':invalid'))).toBe(true);
    await words.fill(WORDS);
    await driver.page.getByLabel('Where', { exact: true }).fill('G42, km 118');
    const photo = { name: 'door.png', mimeType: 'image/png', buffer: PHOTO };
    await driver.page.getByLabel('Photo').setInputFiles(photo);
    await driver.press('Sign the report');
    await driver.page.getByText('on this phone', { exact: true }).waitFor();
    expect(await incidents('maker-qm')).toEqual([]);
  });

  test('of waste the safety card comes before anything is written', async () => {
    await wasteDriver.page.getByRole('link', { name: /^Waste on board:/ }).click();
    await wasteDriver.tab('Report an incident');
    await wasteDriver.says('Dangerous goods are on board. Read the card before you go near.');
    await visit(wasteDriver.page, 'incident on the phone');
    await wasteDriver.tab('Safety card of the load');
    await wasteDriver.page.getByText(/^Class 3 /).waitFor();
    await wasteDriver.page.goBack();
    await wasteDriver.press('Spill or leak');
    await wasteDriver.page.getByLabel('What happened').fill('A drum sweats at its lid.');
    await wasteDriver.press('Sign the report');
    await wasteDriver.page.getByText('on this phone', { exact: true }).waitFor();
  });

  test('with signal it stands on the ledger, its words in the vault, and the load is as it was', async () => {
    const before = await ship();
    await driver.setSignal(true);
    await driver.tab('Outbox');
    await driver.page.getByText('✓ on the ledger').waitFor();
    const found = await incidents('maker-qm');
    expect(found).toMatchObject([
      {
        subject: { type: 'ship', id: trip.shipment },
        ...{ kind: 'accident', owner: 'anhe-pharma', state: 'open', closed: null },
        reported: { by: { enterprise: 'jiezhou-coldchain' } },
      },
    ]);
    expect(await ship()).toEqual(before);
    const { client } = await cold.stage.as('carrier-driver');
    const { content } = await client.read('statement', { digest: String(found[0]?.['evidence']) });
    expect(content).toMatchObject({ kind: 'incidentReport', incident: 'accident', words: WORDS });
    expect((content as { photo: string }).photo).toMatch(/^data:image\/jpeg;base64,/);
    await wasteDriver.setSignal(true);
    await wasteDriver.tab('Outbox');
    await wasteDriver.page.getByText('✓ on the ledger').waitFor();
    expect(await incidents('cdmo-waste')).toMatchObject([{ kind: 'spill', owner: 'qingtai-cdmo' }]);
  });

  test('quality sees it waiting at home and on the page of the load, opens it and closes it', async () => {
    quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
    await quality.page.getByRole('link', { name: new RegExp(WAITS) }).click();
    await quality.row('Accident').getByText('Open').waitFor();
    await visit(quality.page, 'incidents');
    await quality.follow('Accident');
    await quality.sees('Incident: Accident');
    await quality.sees(WORDS);
    await quality.press(WORDS);
    const whole = quality.page.getByRole('dialog', { name: 'Photo' });
    const photo = whole.getByRole('img', { name: WORDS });
    await photo.waitFor();
    expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await visit(quality.page, 'photo of an incident');
    await quality.press('Close', whole);
    await whole.waitFor({ state: 'detached' });
    await visit(quality.page, 'incident');
    expect(broken).toEqual({});
    await quality.follow(`Shipment ${trip.noteNo}`);
    await quality.follow('Accident');
    await quality.follow('Close incident');
    await quality.choose('Conclusion', 'Investigated');
    await quality.type('Report', 'One case dented, set aside and replaced; seals whole, readings in range.');
    await quality.sign();
    await quality.sees('set aside and replaced');
    expect(await incidents('maker-qm')).toMatchObject([
      { state: 'closed', closed: { conclusion: 'investigated', by: { enterprise: 'anhe-pharma' } } },
    ]);
    expect(await quality.page.getByRole('link', { name: 'Close incident' }).count()).toBe(0);
    await quality.open('Home');
    await quality.page.getByRole('link', { name: new RegExp(WAITS) }).waitFor({ state: 'detached' });
  });
});
