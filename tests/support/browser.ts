/** Debian's Chromium, driven as a user would. */
import { chromium, type Browser } from 'playwright-core';
import { findTools } from '../../bin/find-tools.mjs';

/** Path of Chromium, '' where there is none; the suites that need it are then skipped. */
export const CHROMIUM = process.env['YAOSU_TEST_CHROMIUM'] ?? findTools().chromium;

/** A headless browser that looks for nothing outside of this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
