import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { enter } from '../../support/demo-client.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';
import { agree, type Agreement } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const DAY_MS = 240_000;
/** Twelve in `npm run verify:full`. */
const STOPS = process.env['YAOSU_DAY'] === 'all' ? 12 : 4;
const LOADING = { choice: 'To a driver or a warehouse', sign: 'Take over' } as const;
const DELIVERY = { choice: 'To the consignee', sign: 'Take over' } as const;

suite(`in Chromium: a day of ${String(STOPS)} stops, without signal from the second to the last`, () => {
  let server: RunningServer;
  let browser: Browser;
  let day: readonly Loaded[];
  let keeper: Phone;
  let driver: Phone;
  let consignee: Phone;

  const records = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { client } = await enter(server.url, 'carrier-driver');
    const found = await client.read('records', {}, { type: 'ship', limit: 50 });
    return day.map(
      ({ shipment }) => found.records.find(({ value }) => value['shipment'] === shipment)?.value ?? {},
    );
  };
  const ofStop = (kind: Omit<Agreement, 'noteNo'>, { noteNo }: Loaded): Agreement => ({ ...kind, noteNo });
  const deliver = async (stop: Loaded): Promise<void> => {
    await driver.openTrip(stop.noteNo);
    await driver.press('I have arrived');
    await agree(driver, consignee, ofStop(DELIVERY, stop));
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    day = await loadOneDay(server.url, systemPorts, STOPS);
    keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    consignee = await Phone.of(browser, server.url, 'Qingtai, warehouse');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test(
    'the truck is loaded by two phones and the first stop is served with signal',
    async () => {
      for (const stop of day) await agree(keeper, driver, ofStop(LOADING, stop));
      const [first] = day;
      if (first === undefined) throw new Error('no stops');
      await deliver(first);
      await driver.tab('Outbox');
      await driver.page
        .getByText('✓ on the ledger')
        .nth(STOPS + 1)
        .waitFor();
      expect((await records()).map(({ state }) => state)).toEqual([
        'received',
        ...Array<string>(STOPS - 1).fill('inTransit'),
      ]);
    },
    DAY_MS,
  );

  test(
    'the others are served without signal, and the app is restarted on the way',
    async () => {
      for (const phone of [driver, consignee]) await phone.setSignal(false);
      await driver.tab('Trips');
      await driver.tab('Safety card of the load');
      await driver.page
        .getByText('No safety data on this phone.')
        .nth(STOPS - 2)
        .waitFor();
      for (const [at, stop] of day.slice(1).entries()) {
        if (at === STOPS / 2) await driver.page.reload();
        await deliver(stop);
      }
      await driver.tab('Trips');
      await driver.page.getByText('As of').waitFor();
      const served = driver.page.getByText('received · held by');
      await served.nth(STOPS - 1).waitFor();
      expect(await served.count()).toBe(STOPS);
      await driver.tab('Outbox');
      const kept = driver.page.getByText('on this phone', { exact: true });
      await kept.nth(2 * (STOPS - 1) - 1).waitFor();
      expect(await kept.count()).toBe(2 * (STOPS - 1));
      expect((await records()).filter(({ state }) => state === 'received')).toHaveLength(1);
    },
    DAY_MS,
  );

  test(
    'with signal again everything stands on the ledger once, whoever comes back first',
    async () => {
      for (const phone of [consignee, driver]) {
        await phone.setSignal(true);
        await phone.tab('Outbox');
        await phone.page.getByText('on this phone', { exact: true }).first().waitFor({ state: 'detached' });
      }
      await driver.page
        .getByText('✓ on the ledger')
        .nth(3 * STOPS - 1)
        .waitFor();
      expect(await driver.page.getByRole('alert').count()).toBe(0);
      expect(await driver.page.getByText('recorded with a deviation').count()).toBe(0);
      for (const record of await records()) {
        expect(record).toMatchObject({
          state: 'received',
          holder: 'qingtai-cdmo',
          handOvers: 2,
          condition: 'clear',
        });
        expect(record['arrival']).not.toBeNull();
      }
      const { client } = await enter(server.url, 'cdmo-warehouse');
      expect((await client.read('records', {}, { type: 'disp' })).records).toEqual([]);
    },
    DAY_MS,
  );
});
