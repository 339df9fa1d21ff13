import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadCodedPallet, type CodedLoad } from '@yaosu/gateway/story/coded-load';
import { cameraOf, CHROMIUM, openBrowser } from '../support/browser.js';
import { Phone } from '../support/phone.js';
import { RunningServer } from '../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;

suite('in Chromium: codes are read by a phone', () => {
  let server: RunningServer;
  let browser: Browser;
  let film: string;
  let load: CodedLoad;
  let phone: Phone;
  const label = async (code: string, symbol: 'datamatrix' | 'qr'): Promise<Buffer> => {
    const { token } = await load.stage.as('maker-warehouse');
    const path = `/api/labels/${encodeURIComponent(code)}?symbol=${symbol}&format=png`;
    const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } });
    return Buffer.from(await response.arrayBuffer());
  };
  const says = (text: string): Promise<void> => phone.page.getByText(text, { exact: true }).waitFor();

  beforeAll(async () => {
    server = await RunningServer.seeded();
    film = join(server.data, 'label.y4m');
    browser = await openBrowser(cameraOf(film));
    load = await loadCodedPallet(server.url, systemPorts);
    phone = await Phone.of(browser, server.url, 'Anhe, warehouse');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the camera reads the DataMatrix of a pallet, which is on a trip and may be handed over', async () => {
    await writeFile(film, await phone.filmOfPicture(await label(load.pallet, 'datamatrix')));
    await phone.tab('Scan');
    await phone.press('Open the camera');
    await says('What it is: Case or pallet');
    await says(load.pallet.slice('(00)'.length));
    await phone.tab(`It is on this trip: ${load.noteNo}`);
    await phone.page.getByRole('link', { name: 'Hand over' }).waitFor();
  });

  test('a photo of a pack’s QR is read: product, lot, expiry and serial', async () => {
    await phone.tab('Scan');
    await phone.page
      .getByLabel('Read a photo')
      .setInputFiles({ name: 'pack.png', mimeType: 'image/png', buffer: await label(load.pack, 'qr') });
    await says('What it is: Drug pack');
    await says(load.serial);
    await says(load.lot);
    await says(load.stage.day(700));
  });

  test('a photo without a code and a mistyped pack say what is wrong', async () => {
    await phone.press('Scan another code');
    const blank = await phone.page.screenshot();
    await phone.page
      .getByLabel('Read a photo')
      .setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: blank });
    await says('Nothing was read.');
    await phone.press('Scan another code');
    await phone.type(load.pack.replace(/^\(01\)(\d{13})\d/, '(01)$10'));
    await says('The check digit is wrong: the code was misread or mistyped.');
    expect(await phone.page.getByRole('alert').count()).toBe(1);
  });
});
