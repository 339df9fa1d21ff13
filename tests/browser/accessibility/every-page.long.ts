/** Every page of both apps in its owner's role, at desk and phone size, light and dark. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { RunningServer } from '../../support/running-server.js';
import { walkHandOver } from '../screenshots/hand-over.js';
import { walkLock } from '../screenshots/lock.js';
import { walkNoPhone } from '../screenshots/no-phone.js';
import { walkPairing } from '../screenshots/pairing.js';
import { walkApp } from '../screenshots/phone.js';
import { walkPortal } from '../screenshots/portal.js';
import { LANGUAGES, SIZES, type Language, type Size, type Visit } from '../screenshots/shoot.js';
import { walkWasteRoad } from '../screenshots/waste-road.js';
import { newInspection } from './violations.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const MINUTE_MS = 60_000;
const WALK_MS = 10 * MINUTE_MS;
const SCHEMES = ['light', 'dark'] as const;

suite('in Chromium: axe finds nothing against WCAG 2.2 AA on any page', () => {
  let server: RunningServer;
  let browser: Browser;
  const walks: readonly (readonly [string, (visit: Visit) => Promise<void>])[] = [
    ['pairing', (visit) => walkPairing(browser, visit)],
    ['hand-over', (visit) => walkHandOver(browser, server.url, visit)],
    ['hand-over to a side without a phone', (visit) => walkNoPhone(browser, server.url, visit)],
    ['waste on the road', (visit) => walkWasteRoad(browser, server.url, visit)],
    ['the lock', (visit) => walkLock(browser, server.url, visit)],
  ];

  beforeAll(async () => {
    server = await RunningServer.start();
    await playStory({ url: server.url, ports: systemPorts });
    browser = await openBrowser();
  }, WALK_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  const looks = (Object.keys(SIZES) as Size[]).flatMap((size) => SCHEMES.map((scheme) => ({ size, scheme })));
  test.each(looks)(
    'the portal, $size, $scheme',
    async ({ size, scheme }) => {
      const { visit, broken } = newInspection();
      await walkPortal(browser, server.url, { language: 'en', size, scheme }, visit);
      expect(broken).toEqual({});
    },
    WALK_MS,
  );

  test.each(Object.keys(LANGUAGES) as Language[])(
    'the phone app, %s',
    async (language) => {
      const { visit, broken } = newInspection();
      await walkApp(browser, server.url, language, visit);
      expect(broken).toEqual({});
    },
    WALK_MS,
  );

  test.each(walks)(
    'the phone app, %s',
    async (_, walk) => {
      const { visit, broken } = newInspection();
      await walk(visit);
      expect(broken).toEqual({});
    },
    WALK_MS,
  );
});
