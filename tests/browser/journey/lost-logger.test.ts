import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { layColdLot, sendColdLot, type ColdLot, type ColdTrip } from '@yaosu/gateway/story/cold-lot';
import { CHROMIUM, openBrowser, PHOTO } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const REASON = 'Box open after the stop, logger gone.';

suite('in Chromium: a logger is lost on the way, and the doubt has an end', () => {
  let server: RunningServer;
  let browser: Browser;
  let cold: ColdLot;
  let trip: ColdTrip;
  let driver: Phone;
  let colleague: Phone;

  const records = async (type: 'ship' | 'exc'): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { client } = await cold.stage.as('maker-warehouse');
    const { records: found } = await client.read('records', {}, { type });
    return found.map(({ value }) => value).filter(({ shipment }) => shipment === trip.shipment);
  };
  const begin = async (phone: Phone, cause: string): Promise<void> => {
    await phone.openTrip(trip.noteNo);
    await phone.tab('Logger lost or faulty');
    await phone.press(cause);
  };
  const openShipment = async (desk: Desk): Promise<void> => {
    await desk.open('Shipments');
    await desk.follow(trip.noteNo);
    await desk.sees(`Shipment ${trip.noteNo}`);
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    cold = await layColdLot(server.url, systemPorts);
    trip = await sendColdLot(cold);
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    colleague = await Phone.of(browser, server.url, 'Jiezhou, relief driver');
    for (const phone of [driver, colleague]) {
      await phone.page.getByRole('link', { name: trip.noteNo }).waitFor();
      await phone.setSignal(false);
    }
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the driver reports it without signal, with what happened and a photo', async () => {
    await begin(driver, 'Logger lost');
    await driver.press('Sign the report');
    expect(await driver.page.getByLabel('What happened').evaluate((field) => field.matches(':invalid'))).toBe(
      true,
    );
    await driver.page.getByLabel('What happened').fill(REASON);
    await driver.page
      .getByLabel('Photo')
      .setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: PHOTO });
    await driver.press('Sign the report');
    await driver.page.getByText('on this phone', { exact: true }).waitFor();
    await driver.openTrip(trip.noteNo);
    await driver.says('Pending: the MAH’s quality has not decided on this load yet');
    await driver.page.getByText(/^Logger lost · /).waitFor();
    expect(await driver.page.getByRole('link', { name: 'Logger lost or faulty' }).count()).toBe(0);
    await begin(colleague, 'Logger faulty');
    await colleague.page.getByLabel('What happened').fill('Display is black.');
    await colleague.press('Sign the report');
    await colleague.page.getByText('on this phone', { exact: true }).waitFor();
    expect(await records('exc')).toEqual([]);
    expect(await records('ship')).toMatchObject([{ condition: 'clear' }]);
  });

  test('with signal it is on the ledger once, and the load is pending', async () => {
    await driver.setSignal(true);
    await driver.tab('Outbox');
    await driver.page.getByText('on the ledger').waitFor();
    const [ship] = await records('ship');
    expect(ship).toMatchObject({ condition: 'pending', state: 'inTransit' });
    const found = await records('exc');
    expect(found).toMatchObject([
      {
        kind: 'loggerLost',
        logger: cold.logger,
        from: ship?.['loadedAt'],
        to: null,
        offers: [],
        disposition: null,
        report: { by: { enterprise: 'jiezhou-coldchain' } },
      },
    ]);
    const { client } = await cold.stage.as('carrier-driver');
    const { reason } = found[0]?.['report'] as { reason: string };
    const { content } = await client.read('statement', { digest: reason });
    expect(content).toMatchObject({ kind: 'loggerReport', cause: 'lost', words: REASON });
    expect((content as { photo: string }).photo).toMatch(/^data:image\/jpeg;base64,/);
  });

  test('a colleague who has reported it out of reach as well is told that it was reported', async () => {
    await colleague.setSignal(true);
    await colleague.tab('Outbox');
    await colleague.says('This logger was already reported lost or faulty on this shipment.');
    await colleague.page.getByText('refused', { exact: true }).waitFor();
    expect(await records('exc')).toHaveLength(1);
    await colleague.press('I have seen it: remove');
    await colleague.openTrip(trip.noteNo);
    await colleague.page.getByText(/^Logger lost · /).waitFor();
  });

  test('quality of the MAH sees the doubt, decides on the load, and the doubt stays on the record', async () => {
    const quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
    await openShipment(quality);
    await quality.row('Logger lost').getByText('Pending').waitFor();
    await quality.follow('Decide on the load');
    await quality.choose('Outcome', 'Release');
    await quality.type('Deviation number', 'DEV-2026-044');
    await quality.type('Stability reference', 'Box logger of the pallet beside it: 4 to 6 °C all the way.');
    await quality.type('Minutes of the budget used', '0');
    await quality.sign();
    await quality.row('Logger lost').getByText('Release · DEV-2026-044').waitFor();
    expect(await records('ship')).toMatchObject([{ condition: 'clear' }]);
    expect(await records('exc')).toMatchObject([{ kind: 'loggerLost', disposition: { outcome: 'release' } }]);
    await driver.openTrip(trip.noteNo);
    await driver.page.getByText(/^Logger lost · /).waitFor({ state: 'detached' });
  });
});
