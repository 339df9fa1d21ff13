/** The phone app at a pharmacy's counter and in a driver's hand. */
import { receiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { enter } from '@yaosu/gateway/story/player';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, SIZES, type Language, type Visit } from './shoot.js';

const WORDS = {
  en: {
    search: 'Search',
    pharmacist: 'Renxin, pharmacist',
    driver: 'Jiezhou, driver',
    typed: 'Type or paste a code',
    read: 'Read',
    proved: 'Its maker’s list proves this code.',
  },
  zh: {
    search: '搜索',
    pharmacist: '仁心药师',
    driver: '捷舟司机',
    typed: '输入或粘贴码',
    read: '识别',
    proved: '此码在生产企业的赋码清单内。',
  },
} as const;

/** The last pack that a maker's list proves to the pharmacy, as printed. */
const provedCode = async (url: string): Promise<string> => {
  const { client } = await enter(url, 'pharmacist');
  const { files } = await client.read('leafFiles', {});
  const { content } = await client.read('document', { id: files[0]?.document ?? '' });
  const { gtin, packs } = receiverLeaves.parse(content);
  return `(01)${gtin}(21)${packs.at(-1)?.serial ?? ''}`;
};

/** One person's phone. */
interface Phone {
  readonly page: Page;
  readonly url: string;
  readonly words: (typeof WORDS)[Language];
  readonly picture: (name: string) => Promise<void>;
}

const signIn = async ({ page, url, words }: Phone, actor: string): Promise<void> => {
  await page.goto(`${url}/m/`);
  await page.getByLabel(words.search).fill(actor);
  await page.getByRole('button', { name: actor }).click();
  await page.getByRole('navigation').waitFor();
};

const walkCounter = async (phone: Phone): Promise<void> => {
  const { page, url, words, picture } = phone;
  await page.goto(`${url}/m/`);
  await page.getByLabel(words.search).waitFor();
  await picture('sign-in');
  await signIn(phone, words.pharmacist);
  await page.goto(`${url}/m/#/scan`);
  await page.getByLabel(words.typed).fill(await provedCode(url));
  await picture('scan');
  await page.getByRole('button', { name: words.read, exact: true }).click();
  await page.getByText(words.proved).waitFor();
  await picture('pack');
  for (const name of ['take', 'outbox']) {
    await page.goto(`${url}/m/#/${name}`);
    await picture(name);
  }
};

const walkTrip = async (phone: Phone): Promise<void> => {
  const { page, words, picture } = phone;
  await signIn(phone, words.driver);
  const trip = page.locator('a[href^="#/trip/"]').first();
  await trip.waitFor();
  await picture('trips');
  await trip.click();
  await page.waitForURL('**/#/trip/*');
  await picture('trip');
  const logger = page.locator('a[href^="#/logger/"]').first();
  if ((await logger.count()) === 0) return;
  await logger.click();
  await page.waitForURL('**/#/logger/*');
  await picture('logger');
};

/** Every page of the phone app that the story leaves something on. */
export const walkApp = async (
  browser: Browser,
  url: string,
  language: Language,
  visit: Visit,
): Promise<void> => {
  for (const walk of [walkCounter, walkTrip]) {
    const context = await browser.newContext({ locale: LANGUAGES[language], viewport: SIZES.phone });
    const page = await context.newPage();
    const picture = (name: string): Promise<void> => visit(page, `${language}-phone-app-${name}`);
    await walk({ page, url, words: WORDS[language], picture });
    await context.close();
  }
};
