/**
 * `npm run screenshots [-- --url URL]`: every page of the portal in its owner's role, two languages, desk and phone
 * size, the phone app of a pharmacist and a driver, and the pages of a phone's pairing, into `artifacts/screenshots`, and
 * contact sheets of them beside it.
 * Without a URL a throwaway server is started and the story is played on it.
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { playStory } from '@yaosu/gateway/story';
import { systemPorts } from '@yaosu/gateway/ports';
import { openBrowser } from '../../support/browser.js';
import { RunningServer } from '../../support/running-server.js';
import { shootHandOver } from './hand-over.js';
import { shootLock } from './lock.js';
import { shootNoPhone } from './no-phone.js';
import { shootPairing } from './pairing.js';
import { walkApp } from './phone.js';
import { walkPortal } from './portal.js';
import { drawSheets } from './sheets.js';
import { FOLDER, LANGUAGES, SIZES, type Language, type Size } from './shoot.js';
import { shootWasteRoad } from './waste-road.js';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
await mkdir(FOLDER, { recursive: true });
const server = values.url === undefined ? await RunningServer.start() : undefined;
const url = values.url ?? server?.url ?? '';
if (server !== undefined) await playStory({ url, ports: systemPorts });
const browser = await openBrowser();
try {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    for (const size of Object.keys(SIZES) as Size[]) await walkPortal(browser, url, language, size);
    await walkApp(browser, url, language);
  }
  await shootPairing(browser);
  await shootHandOver(browser, url);
  await shootNoPhone(browser, url);
  await shootWasteRoad(browser, url);
  await shootLock(browser, url);
  const sheets = await drawSheets(browser);
  process.stdout.write(`${String(sheets)} contact sheets\n`);
} finally {
  await browser.close();
  await server?.dispose();
}
process.stdout.write(`screenshots are in ${FOLDER}\n`);
