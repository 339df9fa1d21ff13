/** Debian's Chromium, driven as a user would. */
import { chromium, type Browser } from 'playwright-core';
import { findTools } from '../../bin/find-tools.mjs';

/** Path of Chromium, '' where there is none; the suites that need it are then skipped. */
export const CHROMIUM = process.env['YAOSU_TEST_CHROMIUM'] ?? findTools().chromium;

/** Flags for a camera that sees a Y4M film, which has to be there when the camera is opened. */
export const cameraOf = (film: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** A headless browser that looks for nothing outside of this machine. */
export const openBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...flags,
    ],
  });

/** The smallest picture, as a camera's. */
export const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
