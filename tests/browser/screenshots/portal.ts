/** The portal, page by page. */
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../sign-in.js';
import { LANGUAGES, settle, shoot, SIZES, type Language, type Size } from './shoot.js';
import { TOURS } from './tours.js';

/** Opens the first record of a list and one act that it offers. */
const shootDetail = async (page: Page, url: string, list: string, name: string): Promise<void> => {
  await page.goto(`${url}/${list}`);
  await settle(page);
  const link = page.locator(`main a[href^="/${list}/"]:not([href$="/new"]):not([href$="/verify"])`).first();
  if ((await link.count()) === 0) return;
  await link.click();
  await page.waitForURL(`**/${list}/*`);
  await shoot(page, name);
  const act = page.locator('main a[href^="/acts/"]').first();
  if ((await act.count()) === 0) return;
  await act.click();
  await page.waitForURL('**/acts/**');
  await shoot(page, `${name}-act`);
};

/** What stands before the sign-in. */
const shootDoors = async (page: Page, url: string, named: (name: string) => string): Promise<void> => {
  await shoot(page, named('sign-in'));
  await page.goto(`${url}/new-key`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await shoot(page, named('new-key'));
  await page.goto(url);
};

/** Every page of every tour in one language and size. */
export const walkPortal = async (
  browser: Browser,
  url: string,
  language: Language,
  size: Size,
): Promise<void> => {
  for (const [role, { actor, pages, details, purpose = '' }] of Object.entries(TOURS)) {
    const context = await browser.newContext({ locale: LANGUAGES[language], viewport: SIZES[size] });
    await context.addInitScript((why) => localStorage.setItem('yaosu-purpose', why), purpose);
    const page = await context.newPage();
    const named = (name: string): string => `${language}-${size}-${role}-${name.replaceAll(/[/?=]/g, '-')}`;
    await page.goto(url);
    if (role === 'cdmo') await shootDoors(page, url, named);
    await signInAs(page, url, actor[language]);
    for (const path of pages) {
      await page.goto(`${url}/${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await shoot(page, named(path === '' ? 'home' : path));
    }
    for (const list of details) await shootDetail(page, url, list, named(`${list}-record`));
    await context.close();
  }
};
