import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM } from '@yaosu/gateway/story/cast';
import { layColdLot, sendColdLot, type ColdLot, type ColdTrip } from '@yaosu/gateway/story/cold-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const CARRIER = '捷舟冷链运输有限公司';
const KEY_ENDED =
  'The key of this phone counts no more: it was revoked or has run out. What was recorded is still handed in, and the firm looks at it. For anything else sign in anew.';

suite('in Chromium: a phone is reported lost while it is out of reach', () => {
  let server: RunningServer;
  let browser: Browser;
  let cold: ColdLot;
  let trip: ColdTrip;
  let lost: Phone;

  const recordsOf = async (type: 'ship' | 'exc' | 'disp'): Promise<readonly Record<string, unknown>[]> => {
    const { client } = await cold.stage.as(type === 'disp' ? 'carrier-quality' : 'maker-warehouse');
    const { records } = await client.read('records', {}, { type });
    return records.map(({ value }) => value);
  };
  const tripRecord = async (): Promise<Record<string, unknown> | undefined> =>
    (await recordsOf('ship')).find(({ shipment }) => shipment === trip.shipment);

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    cold = await layColdLot(server.url, systemPorts);
    trip = await sendColdLot(cold);
    lost = await Phone.of(browser, server.url, 'Jiezhou, driver');
    await lost.page.getByRole('link', { name: trip.noteNo }).waitFor();
    await lost.setSignal(false);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('before, the driver has recorded something without signal', async () => {
    await lost.openTrip(trip.noteNo);
    await lost.tab('Logger lost or faulty');
    await lost.press('Logger lost');
    await lost.page.getByLabel('What happened').fill('Gone after the second stop.');
    await lost.press('Sign the report');
    await lost.page.getByText('on this phone', { exact: true }).waitFor();
  });

  test('the administrator revokes its key', async () => {
    const { client } = await cold.stage.as('carrier-quality');
    const kid = await lost.page.evaluate(
      () => (JSON.parse(localStorage.getItem('yaosu-phone-session') ?? '{}') as { kid?: string }).kid ?? '',
    );
    const administrator = await Desk.of(browser, server.url, 'Jiezhou, administrator');
    await administrator.open('Enterprises');
    await administrator.follow(CARRIER);
    const key = administrator.page.getByRole('row').filter({ has: administrator.page.getByLabel(kid) });
    await administrator.follow('Revoke key', key);
    await administrator.sign();
    await key.getByText('Revoked').waitFor();
    const { keys } = await client.read('enterpriseKeys', { id: FIRM.carrier });
    expect(keys.find((each) => each.kid === kid)?.revokedAt).not.toBeNull();
  });

  test('whoever holds it goes on recording', async () => {
    await lost.openTrip(trip.noteNo);
    await lost.press('I have arrived');
    await lost.tab('Outbox');
    await expect(lost.page.getByText('on this phone', { exact: true }).count()).resolves.toBe(2);
  });

  test('with signal, what was before counts; what came after changes nothing and waits for the firm', async () => {
    await lost.setSignal(true);
    await lost.says(KEY_ENDED);
    await lost.says('contradicts the ledger: both sides have to settle it');
    expect(await lost.page.getByText('on the ledger').count()).toBe(2);
    const excursions = (await recordsOf('exc')).filter(({ shipment }) => shipment === trip.shipment);
    expect(excursions).toMatchObject([{ kind: 'loggerLost' }]);
    expect(await tripRecord()).toMatchObject({ state: 'inTransit', arrival: null });
    expect(await recordsOf('disp')).toMatchObject([
      { act: 'arrive', cause: 'KEY_REVOKED', owners: [FIRM.carrier], resolution: null },
    ]);
  });

  test('it shows nothing new, until somebody signs in anew', async () => {
    await lost.tab('Trips');
    await lost.says(KEY_ENDED);
    await lost.page.getByRole('button', { name: /^Sign out/ }).click();
    await lost.page.getByLabel('Search').fill('Jiezhou, relief driver');
    await lost.page.getByRole('button', { name: 'Jiezhou, relief driver' }).click();
    await lost.page.getByRole('link', { name: trip.noteNo }).waitFor();
    expect(await lost.page.getByText(KEY_ENDED).isVisible()).toBe(false);
  });
});
