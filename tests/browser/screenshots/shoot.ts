/** Pages that have come to rest, and a picture of one. */
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';

export const FOLDER = 'artifacts/screenshots';
export const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export const LANGUAGES = { en: 'en-GB', zh: 'zh-CN' } as const;

export type Language = keyof typeof LANGUAGES;
export type Size = keyof typeof SIZES;

/** What is done on a page: named by language, size, role and what it shows. */
export type Visit = (page: Page, name: string) => Promise<void>;

const requests = new WeakMap<Page, Set<Request>>();

/** Requests of a page that are under way, but for the stream of news, which never ends; watched from the first question on. */
const underWay = (page: Page): Set<Request> => {
  const known = requests.get(page);
  if (known !== undefined) return known;
  const watched = new Set<Request>();
  requests.set(page, watched);
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/api/events') watched.add(request);
  });
  page.on('requestfinished', (request) => watched.delete(request));
  page.on('requestfailed', (request) => watched.delete(request));
  return watched;
};

/** Waits until nothing is under way. */
export const quiet = async (page: Page): Promise<void> => {
  const watched = underWay(page);
  while (watched.size > 0) {
    await Promise.race([page.waitForEvent('requestfinished'), page.waitForEvent('requestfailed')]);
  }
};

/** A page is lazy, then its parts load: twice quiet and without a spinner is settled. */
export const settle = async (page: Page): Promise<void> => {
  // Where the last click was, a tip may hang over the page.
  await page.mouse.move(0, 0);
  for (let i = 0; i < 2; i += 1) {
    // What the last click began has not begun before the page is drawn again.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await quiet(page);
    await page.waitForFunction(() => document.querySelector('[aria-busy], .mantine-Loader-root') === null);
  }
};

/** The whole page, however long, as `NAME.png`. */
export const shoot: Visit = async (page, name) => {
  await settle(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
};
