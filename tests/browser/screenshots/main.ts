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
import { walkHandOver } from './hand-over.js';
import { walkLock } from './lock.js';
import { walkNoPhone } from './no-phone.js';
import { walkPairing } from './pairing.js';
import { walkApp } from './phone.js';
import { walkPortal } from './portal.js';
import { drawSheets } from './sheets.js';
import { FOLDER, LANGUAGES, shoot, SIZES, type Language, type Size } from './shoot.js';
import { walkWasteRoad } from './waste-road.js';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
await mkdir(FOLDER, { recursive: true });
const server = values.url === undefined ? await RunningServer.start() : undefined;
const url = values.url ?? server?.url ?? '';
if (server !== undefined) await playStory({ url, ports: systemPorts });
const browser = await openBrowser();
try {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    for (const size of Object.keys(SIZES) as Size[])
      await walkPortal(browser, url, { language, size }, shoot);
    await walkApp(browser, url, language, shoot);
  }
  await walkPairing(browser, shoot);
  await walkHandOver(browser, url, shoot);
  await walkNoPhone(browser, url, shoot);
  await walkWasteRoad(browser, url, shoot);
  await walkLock(browser, url, shoot);
  const sheets = await drawSheets(browser);
  process.stdout.write(`${String(sheets)} contact sheets\n`);
} finally {
  await browser.close();
  await server?.dispose();
}
process.stdout.write(`screenshots are in ${FOLDER}\n`);
