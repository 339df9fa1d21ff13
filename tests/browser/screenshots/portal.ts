/** The portal, page by page. */
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../sign-in.js';
import { LANGUAGES, quiet, settle, SIZES, type Language, type Size, type Visit } from './shoot.js';
import { TOURS, type Tour } from './tours.js';

/** Opens the first record of a list and one act that it offers. */
const walkDetail = async (page: Page, address: string, name: string, visit: Visit): Promise<void> => {
  const list = new URL(address).pathname.slice(1);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settle(page);
  const link = page.locator(`main tbody a[href^="/${list}/"]`).first();
  if ((await link.count()) === 0) return;
  const heading = await page.locator('main h1').first().elementHandle();
  await link.click();
  await page.waitForURL(`**/${list}/*`);
  // The address is the record's while the list may still be seen; both may have one heading.
  await page.waitForFunction((ofList) => !ofList.isConnected, heading);
  await visit(page, name);
  const act = page.locator('main a[href^="/acts/"]').first();
  if ((await act.count()) === 0) return;
  await act.click();
  await page.waitForURL('**/acts/**');
  // The address is the act's while the record may still be seen, scrolled half under the head.
  await page.locator('main form').first().waitFor();
  await visit(page, `${name}-act`);
};

/** What stands before the sign-in. */
const walkDoors = async (page: Page, url: string, visit: (name: string) => Promise<void>): Promise<void> => {
  await visit('sign-in');
  await page.goto(`${url}/new-key`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await visit('new-key');
  await page.goto(url);
};

/** How the portal is looked at. */
export interface Look {
  readonly language: Language;
  readonly size: Size;
  readonly scheme?: 'light' | 'dark';
}

/** Every page of the tours in one language, size and scheme. */
export const walkPortal = async (
  browser: Browser,
  url: string,
  { language, size, scheme = 'light' }: Look,
  visit: Visit,
  tours: Readonly<Record<string, Tour>> = TOURS,
): Promise<void> => {
  for (const [role, { actor, pages, details, purpose = '' }] of Object.entries(tours)) {
    const options = { locale: LANGUAGES[language], viewport: SIZES[size], colorScheme: scheme };
    const context = await browser.newContext(options);
    await context.addInitScript((why) => localStorage.setItem('yaosu-purpose', why), purpose);
    const page = await context.newPage();
    await quiet(page);
    const named = (name: string): string => `${language}-${size}-${role}-${name.replaceAll(/[/?=]/g, '-')}`;
    await page.goto(url);
    if (role === 'cdmo') await walkDoors(page, url, (name) => visit(page, named(name)));
    await signInAs(page, url, actor[language]);
    for (const path of pages) {
      await page.goto(`${url}/${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await visit(page, named(path === '' ? 'home' : path));
    }
    for (const list of details) await walkDetail(page, `${url}/${list}`, named(`${list}-record`), visit);
    await context.close();
  }
};
