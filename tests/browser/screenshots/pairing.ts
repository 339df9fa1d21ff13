/** What a desk shows for a phone to pair with, and what the phone opens first. */
import type { Browser } from 'playwright-core';
import { RunningServer } from '../../support/running-server.js';
import { LANGUAGES, SIZES, type Language, type Size, type Visit } from './shoot.js';

/** On a server of its own, since only one that serves its local network has these pages. */
export const walkPairing = async (browser: Browser, visit: Visit): Promise<void> => {
  const server = await RunningServer.start({ options: ['--lan'] });
  try {
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      for (const size of Object.keys(SIZES) as Size[]) {
        const context = await browser.newContext({
          locale: LANGUAGES[language],
          viewport: SIZES[size],
          ignoreHTTPSErrors: true,
        });
        const page = await context.newPage();
        await page.goto(`${server.url}/pair`);
        await visit(page, `${language}-${size}-pair`);
        await context.close();
      }
    }
  } finally {
    await server.dispose();
  }
};
