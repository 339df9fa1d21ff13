/** Pages that have come to rest, and a picture of one. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const FOLDER = 'artifacts/screenshots';
export const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export const LANGUAGES = { en: 'en-GB', zh: 'zh-CN' } as const;

export type Language = keyof typeof LANGUAGES;
export type Size = keyof typeof SIZES;

/** What is done on a page: named by language, size, role and what it shows. */
export type Visit = (page: Page, name: string) => Promise<void>;

/** A page is lazy, then its parts load: twice quiet and without a spinner is settled. */
export const settle = async (page: Page): Promise<void> => {
  // Where the last click was, a tip may hang over the page.
  await page.mouse.move(0, 0);
  for (let i = 0; i < 2; i += 1) {
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => document.querySelector('[aria-busy], .mantine-Loader-root') === null);
  }
};

/** The whole page, however long, as `NAME.png`. */
export const shoot: Visit = async (page, name) => {
  await settle(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
};
