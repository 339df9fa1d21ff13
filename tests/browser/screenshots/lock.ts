/** The PIN of a phone: set, the code for whoever forgets it, asked for, and forgotten. */
import type { Browser } from 'playwright-core';
import { LANGUAGES, SIZES, type Language, type Visit } from './shoot.js';

const WORDS = {
  en: { search: 'Search', driver: 'Jiezhou, driver' },
  zh: { search: '搜索', driver: '捷舟司机' },
} as const;
const PIN = '246813';
const BUTTON = '#app > section > button';

/** Every page of it. */
export const walkLock = async (browser: Browser, url: string, visit: Visit): Promise<void> => {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    const options = { locale: LANGUAGES[language], viewport: SIZES.phone };
    const page = await (await browser.newContext(options)).newPage();
    const picture = (name: string): Promise<void> => visit(page, `${language}-phone-app-${name}`);
    await page.goto(`${url}/m/`);
    await page.getByLabel(WORDS[language].search).fill(WORDS[language].driver);
    await page.getByRole('button', { name: WORDS[language].driver }).first().click();
    await page.locator('a[href="#/lock"]').click();
    await page.locator('#pin').waitFor();
    await picture('lock-set');
    await page.locator('#pin').fill(PIN);
    await page.locator('#pin-again').fill(PIN);
    await page.locator(BUTTON).click();
    await page.locator('.recovery').waitFor();
    await picture('lock-recovery');
    await page.reload();
    await page.locator('#pin').fill(`${PIN}0`);
    await page.locator(BUTTON).first().click();
    await page.locator('.problem').waitFor();
    await picture('lock-wrong');
    await page.locator(BUTTON).last().click();
    await page.locator('#recovery').waitFor();
    await picture('lock-forgotten');
    await page.context().close();
  }
};
