/** A hand-over to a side without a phone: the driver's pages in light and dark, the desk's, and waste at the gate. */
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay } from '@yaosu/gateway/story/loaded-lot';
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../sign-in.js';
import { Phone } from '../../support/phone.js';
import { agree } from '../../support/two-phones.js';
import { LANGUAGES, SIZES, type Language, type Visit } from './shoot.js';

const DRIVER = { en: 'Jiezhou, driver', zh: '捷舟司机' } as const;
const DESK = { en: 'Qingtai, warehouse', zh: '清泰仓库管理员' } as const;
const SEARCH = { en: 'Search', zh: '搜索' } as const;
const SCHEMES = ['light', 'dark'] as const;

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const driverPages = async (
  browser: Browser,
  url: string,
  shipment: string,
  language: Language,
  visit: Visit,
): Promise<void> => {
  for (const scheme of SCHEMES) {
    const options = { locale: LANGUAGES[language], viewport: SIZES.phone, colorScheme: scheme };
    const page = await (await browser.newContext(options)).newPage();
    const suffix = scheme === 'light' ? '' : '-dark';
    const picture = (name: string): Promise<void> => visit(page, `${language}-phone-app-${name}${suffix}`);
    await page.goto(`${url}/m/`);
    await page.getByLabel(SEARCH[language]).fill(DRIVER[language]);
    await page.getByRole('button', { name: DRIVER[language] }).first().click();
    await page.locator(`a[href="#/trip/${shipment}"]`).waitFor();
    await goTo(page, `#/give/${shipment}`);
    await page.locator('#app > section button:visible').first().click();
    await page.locator('canvas.qr').waitFor();
    await picture('give-no-phone');
    await page.locator('#app > section > button.plain').last().click();
    await page.locator('.spoken').waitFor();
    await page.locator('canvas.qr').waitFor();
    await picture('copy');
    await goTo(page, `#/trip/${shipment}`);
    await page.locator('a[href^="#/copy/"]').waitFor();
    await picture('trip-one-sided');
    await page.context().close();
  }
};

/** Every page of it. */
export const walkNoPhone = async (browser: Browser, url: string, visit: Visit): Promise<void> => {
  const [load] = await loadOneDay(url, systemPorts, 1);
  if (load === undefined) throw new Error('nothing is loaded');
  const desk = await (await browser.newContext({ locale: 'en-GB', viewport: SIZES.desk })).newPage();
  await signInAs(desk, url, DESK.en);
  const [keeper, driver] = [
    await Phone.of(browser, url, 'Linhe, dispatcher'),
    await Phone.of(browser, url, DRIVER.en),
  ];
  await keeper.page.getByRole('link', { name: load.noteNo }).waitFor();
  await driver.page.getByRole('link', { name: load.noteNo }).waitFor();
  await agree(keeper, driver, {
    noteNo: load.noteNo,
    choice: 'To a driver or a warehouse',
    sign: 'Take over',
  });
  await driver.tab('Outbox');
  await driver.page.getByText('on the ledger').waitFor();
  for (const language of Object.keys(LANGUAGES) as Language[])
    await driverPages(browser, url, load.shipment, language, visit);
  await driver.openTrip(load.noteNo);
  await driver.tab('Code and printed copy');
  const code = await driver.page.locator('.spoken').innerText();
  await desk.goto(`${url}/shipments/sign`);
  await desk.getByLabel('Code', { exact: true }).fill(code);
  await desk.getByRole('button', { name: 'Sign and send' }).waitFor();
  await visit(desk, 'en-desk-sign-by-code');
  await desk
    .getByLabel('Code', { exact: true })
    .fill(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
  await visit(desk, 'en-desk-sign-by-code-wrong');
  await desk.goto(`${url}/shipments/${load.shipment}`);
  await desk.getByText('One side has signed').waitFor();
  await visit(desk, 'en-desk-shipment-one-sided');
};
