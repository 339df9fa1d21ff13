/** Two phones that hand a load over: every page of it, in light and dark. */
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay } from '@yaosu/gateway/story/loaded-lot';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, SIZES, type Language, type Visit } from './shoot.js';

const ACTORS = {
  en: { search: 'Search', keeper: 'Linhe, dispatcher', driver: 'Jiezhou, driver' },
  zh: { search: '搜索', keeper: '临河发货员', driver: '捷舟司机' },
} as const;
const SCHEMES = ['light', 'dark'] as const;

/** A language in light or dark. */
interface Look {
  readonly language: Language;
  readonly scheme: (typeof SCHEMES)[number];
}

/** A phone whose pages are found by their addresses, whatever its language. */
interface Phone {
  readonly page: Page;
  readonly picture: (name: string) => Promise<void>;
}

const open = async (browser: Browser, url: string, { language, scheme }: Look, visit: Visit) => {
  const phoneOf = async (actor: 'keeper' | 'driver'): Promise<Phone> => {
    const context = await browser.newContext({
      locale: LANGUAGES[language],
      viewport: SIZES.phone,
      colorScheme: scheme,
    });
    const page = await context.newPage();
    await page.goto(`${url}/m/`);
    await page.getByLabel(ACTORS[language].search).fill(ACTORS[language][actor]);
    await page.getByRole('button', { name: ACTORS[language][actor], exact: false }).first().click();
    await page.locator('a[href^="#/trip/"]').first().waitFor();
    const suffix = scheme === 'light' ? '' : '-dark';
    return { page, picture: (name) => visit(page, `${language}-phone-app-${name}${suffix}`) };
  };
  return { keeper: await phoneOf('keeper'), driver: await phoneOf('driver') };
};

const goTo = async ({ page }: Phone, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};

const type = async ({ page }: Phone, code: string): Promise<void> => {
  await page.locator('#typed').fill(code);
  await page.locator('#typed + button').click();
};

const shownCode = async ({ page }: Phone): Promise<string> => {
  await page.locator('canvas.qr').waitFor();
  return page.locator('details textarea').inputValue();
};

const sealsOf = (offered: string): readonly string[] =>
  (JSON.parse(offered.slice(offered.indexOf('{'))) as { readonly e: readonly string[] }).e;

const walk = async (
  { keeper, driver }: Record<'keeper' | 'driver', Phone>,
  shipment: string,
): Promise<void> => {
  const main = '#app > section button:visible';
  await goTo(keeper, `#/give/${shipment}`);
  await keeper.page.locator(main).first().waitFor();
  await keeper.picture('give-to-whom');
  await keeper.page.locator(main).first().click();
  const offered = await shownCode(keeper);
  await keeper.picture('give-code');
  await goTo(driver, '#/take');
  await driver.page.locator('#typed').waitFor();
  await type(driver, offered);
  await driver.page.locator('.card').waitFor();
  await driver.picture('take-offer');
  for (const seal of sealsOf(offered)) {
    await driver.page.locator('#scanner').fill(seal);
    await driver.page.locator('#scanner').press('Enter');
  }
  const sign = driver.page.locator('.card ~ section > div > button');
  await sign.waitFor();
  await driver.picture('take-seals');
  await sign.click();
  const answered = await shownCode(driver);
  await driver.picture('take-code');
  await goTo(driver, '#/');
  await driver.page.locator('a[href^="#/take/"]').first().waitFor();
  await driver.picture('one-sided');
  await driver.page.locator('a[href^="#/take/"]').first().click();
  await driver.page.locator('canvas.qr').waitFor();
  await type(keeper, answered);
  await keeper.page.locator('.state.onLedger').waitFor();
  await keeper.picture('give-done');
  await type(driver, await shownCode(keeper));
  await driver.page.locator('.state.onLedger').waitFor();
  await goTo(driver, `#/give/${shipment}`);
  await driver.page.locator(main).nth(3).waitFor();
  await driver.picture('give-by-driver');
  await driver.page.locator(main).nth(1).click();
  await driver.picture('give-part');
  await goTo(driver, '#/safety');
  await driver.page.locator('a[href="tel:119"]').waitFor();
  await driver.picture('safety');
  await goTo(driver, `#/give/${shipment}`);
  await driver.page.locator(main).nth(3).click();
  await driver.picture('refuse');
};

/** Lays loads of its own, one for each language and scheme, and hands each over. */
export const walkHandOver = async (browser: Browser, url: string, visit: Visit): Promise<void> => {
  const languages = Object.keys(LANGUAGES) as Language[];
  const wanted = languages.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));
  const loads = await loadOneDay(url, systemPorts, wanted.length);
  for (const [at, look] of wanted.entries()) {
    const phones = await open(browser, url, look, visit);
    await walk(phones, loads[at]?.shipment ?? '');
    await Promise.all(Object.values(phones).map(({ page }) => page.context().close()));
  }
};
