/** `npm run screenshots`: every page of the portal, two languages, desk and phone size, into `artifacts/screenshots`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { RunningServer } from '../support/running-server.js';
import { registerBatch } from './register-batch.js';

const FOLDER = 'artifacts/screenshots';
const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const LANGUAGES = { en: 'en-GB', zh: 'zh-CN' } as const;
const ACTOR = { en: 'Sign in as Linhe, production', zh: '以临河生产员身份登录' } as const;
const PAGES = ['batches', 'batches/new', 'enterprises', 'ledger'] as const;

type Language = keyof typeof LANGUAGES;
type Size = keyof typeof SIZES;

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
};

const tour = async (browser: Browser, url: string, language: Language, size: Size): Promise<void> => {
  const context = await browser.newContext({ locale: LANGUAGES[language], viewport: SIZES[size] });
  const page = await context.newPage();
  const named = (name: string): string => `${language}-${size}-${name.replace('/', '-')}`;
  await page.goto(url);
  await shoot(page, named('sign-in'));
  await page.getByRole('button', { name: ACTOR[language] }).click();
  await page.waitForURL('**/batches');
  for (const path of PAGES) {
    await page.goto(`${url}/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot(page, named(path));
  }
  await page.goto(`${url}/batches`);
  await page.getByRole('row').nth(1).click();
  await page.getByText('Batch.register').waitFor();
  await shoot(page, named('batch'));
  await context.close();
};

await mkdir(FOLDER, { recursive: true });
const server = await RunningServer.start();
const browser = await openBrowser();
try {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: ACTOR.en }).click();
  await page.getByRole('link', { name: 'Register a batch' }).click();
  await registerBatch(page);
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    for (const size of Object.keys(SIZES) as Size[]) await tour(browser, server.url, language, size);
  }
} finally {
  await browser.close();
  await server.dispose();
}
process.stdout.write(`screenshots are in ${FOLDER}\n`);
