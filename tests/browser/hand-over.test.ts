import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneLot, type LoadedLot } from '@yaosu/gateway/story/loaded-lot';
import { cameraOf, CHROMIUM, openBrowser } from '../support/browser.js';
import { enter } from '../support/demo-client.js';
import { Phone } from '../support/phone.js';
import { RunningServer } from '../support/running-server.js';
import { readSeals } from '../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const WAITING = 'on this phone';
const DONE = 'Signed by both. It is saved on this phone.';
const TRANSACTION = /Transaction ([0-9a-f]+)…/;

suite('in Chromium: a load is handed over by two phones without signal', () => {
  let server: RunningServer;
  let browser: Browser;
  let film: string;
  let lot: LoadedLot;
  let giver: Phone;
  let taker: Phone;

  beforeAll(async () => {
    server = await RunningServer.seeded();
    film = join(server.data, 'offer.y4m');
    browser = await openBrowser(cameraOf(film));
    lot = await loadOneLot(server.url, systemPorts);
    giver = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    taker = await Phone.of(browser, server.url, 'Jiezhou, driver');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('both know the trip, and both lose signal', async () => {
    for (const phone of [giver, taker]) {
      await phone.page.getByRole('link', { name: lot.noteNo }).getByText('loaded').waitFor();
      await phone.setSignal(false);
      await phone.page.reload();
      await phone.page.getByText('No signal.').waitFor();
    }
  });

  test('the giver offers, the taker’s camera reads it, the taker answers, the giver signs last', async () => {
    await giver.openTrip(lot.noteNo);
    await giver.tab('Hand over');
    await giver.press('To a driver or a warehouse');
    await taker.openTrip(lot.noteNo);
    await taker.tab('Take over');
    const offer = await giver.shownCode();
    await writeFile(film, await giver.filmOfCode());
    await taker.press('Open the camera');
    await taker.page.getByText('100 kg').waitFor();
    await readSeals(taker, [`${lot.noteNo}-1`]);
    await taker.press('Take over');
    const answer = await taker.shownCode();
    await giver.type(offer);
    await giver.page.getByText('This code belongs to another hand-over.').waitFor();
    await giver.type(answer);
    await giver.page.getByText(DONE).waitFor();
    await taker.type(await giver.shownCode());
    await taker.page.getByText(DONE).waitFor();
  });

  test('both outboxes keep it, through a restart of the app', async () => {
    for (const phone of [giver, taker]) {
      await phone.tab('Outbox');
      await phone.page.getByText(lot.noteNo).waitFor();
      await phone.page.reload();
      await phone.page.getByText(WAITING, { exact: true }).waitFor();
      expect(await phone.page.getByText('on the ledger').count()).toBe(0);
    }
  });

  test('with signal again both show the same transaction, and custody has passed once', async () => {
    const shown: (string | undefined)[] = [];
    for (const phone of [giver, taker]) {
      await phone.setSignal(true);
      await phone.page.getByText('on the ledger').waitFor();
      shown.push(TRANSACTION.exec(await phone.page.getByText('Transaction').innerText())?.[1]);
    }
    expect(shown[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(shown[1]).toBe(shown[0]);
    const { client } = await enter(server.url, lot.keeper);
    const { record } = await client.read('record', { key: `ship~${lot.shipment}` });
    expect(record.value).toMatchObject({ state: 'inTransit', holder: 'jiezhou-coldchain', handOvers: 1 });
  });
});
