/** Waste on the phone: stopped at the gate, loaded drum by drum, signed by the keeper, given to the next driver. */
import { systemPorts } from '@yaosu/gateway/ports';
import { draftDrums, FAR, type DrumsAtTheGate } from '@yaosu/gateway/story/drums-on-the-road';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, SIZES, type Language, type Visit } from './shoot.js';

const WORDS = {
  en: {
    search: 'Search',
    driver: 'Lvtu, driver',
    relief: 'Lvtu, relief driver',
    keeper: 'Qingtai, waste keeper',
    sign: 'Sign and show the code',
  },
  zh: {
    search: '搜索',
    driver: '绿途司机',
    relief: '绿途接班司机',
    keeper: '清泰危废管理员',
    sign: '签名并出示码',
  },
} as const;
const CODE = '271-002-02';
const MAIN = '#app > section > section';

const openPhone = async (
  browser: Browser,
  url: string,
  language: Language,
  actor: 'driver' | 'relief' | 'keeper',
): Promise<Page> => {
  const options = { locale: LANGUAGES[language], viewport: SIZES.phone };
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${url}/m/`);
  await page.getByLabel(WORDS[language].search).fill(WORDS[language][actor]);
  await page.getByRole('button', { name: WORDS[language][actor] }).first().click();
  await page.locator('nav').waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const scan = async (page: Page, labels: readonly string[]): Promise<void> => {
  for (const label of labels) {
    await page.locator('#scanner').fill(label);
    await page.locator('#scanner').press('Enter');
  }
};

const readLabels = async (page: Page): Promise<void> => {
  await page.locator('#label').fill(CODE);
  await page.locator('#label').locator('xpath=../following-sibling::button').click();
};

const shownCode = async (page: Page): Promise<string> => {
  await page.locator('canvas.qr').waitFor();
  return page.locator('details textarea').inputValue();
};

const type = async (page: Page, code: string): Promise<void> => {
  await page.locator('#typed').fill(code);
  await page.locator('#typed + button').click();
};

const walk = async (
  browser: Browser,
  url: string,
  language: Language,
  [near, far]: readonly [DrumsAtTheGate, DrumsAtTheGate],
  visit: Visit,
): Promise<void> => {
  const picture = (page: Page, name: string): Promise<void> => visit(page, `${language}-phone-app-${name}`);
  const [driver, relief, keeper] = await Promise.all([
    openPhone(browser, url, language, 'driver'),
    openPhone(browser, url, language, 'relief'),
    openPhone(browser, url, language, 'keeper'),
  ]);
  await goTo(driver, `#/manifest/${far.manifest}`);
  await driver.locator('.problem').waitFor();
  await picture(driver, 'waste-stopped');
  await goTo(driver, `#/manifest/${near.manifest}`);
  await driver.locator(`${MAIN} > button`).first().click();
  await scan(driver, [near.labels[0] ?? '', 'X-9']);
  await driver.locator('.problem').waitFor();
  await picture(driver, 'waste-drums');
  await driver.locator('.problem + button').click();
  await scan(driver, near.labels);
  await driver.locator('#label').waitFor();
  await picture(driver, 'waste-labels');
  await readLabels(driver);
  await driver.locator('#label').waitFor({ state: 'detached' });
  await picture(driver, 'waste-sign');
  await driver.getByRole('button', { name: WORDS[language].sign }).click();
  const shown = await shownCode(driver);
  await picture(driver, 'waste-code');
  await goTo(keeper, '#/scan');
  await type(keeper, shown);
  await keeper.locator('.card').waitFor();
  await picture(keeper, 'waste-keeper');
  await keeper.locator('.card + button').click();
  await type(driver, await shownCode(keeper));
  await driver.locator('.state.onLedger').waitFor();
  await goTo(driver, '#/');
  await driver.locator(`a[href="#/manifest/${near.manifest}"]`).click();
  await driver.locator(`${MAIN} > button`).first().click();
  await driver.locator('#vehicle').fill('苏A·D0910');
  await picture(driver, 'waste-vehicle');
  await driver.locator('#vehicle').locator('xpath=../following-sibling::button').click();
  const offered = await shownCode(driver);
  await goTo(relief, '#/scan');
  await type(relief, offered);
  await relief.locator('#scanner').waitFor();
  await picture(relief, 'waste-take');
  for (const page of [driver, relief, keeper]) await page.context().close();
};

/** Lays manifests of its own for each language. */
export const walkWasteRoad = async (browser: Browser, url: string, visit: Visit): Promise<void> => {
  const languages = Object.keys(LANGUAGES) as Language[];
  const groups = languages.flatMap(() => [{ count: 2 }, { count: 1, taking: FAR }]);
  const drafts = await draftDrums(url, systemPorts, groups);
  for (const [at, language] of languages.entries()) {
    const pair = drafts.slice(2 * at, 2 * at + 2) as [DrumsAtTheGate, DrumsAtTheGate];
    await walk(browser, url, language, pair, visit);
  }
};
