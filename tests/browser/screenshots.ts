/**
 * `npm run screenshots [-- --url URL]`: every page of the portal in its owner's role, two languages, desk and phone
 * size, and the phone app at a pharmacy's counter, into `artifacts/screenshots`. Without a URL a throwaway server is started and the story is played on it.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { playStory } from '@yaosu/gateway/story';
import { receiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { systemPorts } from '@yaosu/gateway/ports';
import { enter } from '@yaosu/gateway/story/player';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { RunningServer } from '../support/running-server.js';
import { signInAs } from './sign-in.js';

const FOLDER = 'artifacts/screenshots';
const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const LANGUAGES = { en: 'en-GB', zh: 'zh-CN' } as const;

type Language = keyof typeof LANGUAGES;
type Size = keyof typeof SIZES;
/** Actor in both languages, lists to open, and the list whose first record is opened as well. */
interface Tour {
  readonly actor: Readonly<Record<Language, string>>;
  readonly pages: readonly string[];
  readonly details: readonly string[];
  /** Why an authority reads; firms need no purpose. */
  readonly purpose?: string;
}

const TOURS: Readonly<Record<string, Tour>> = {
  cdmo: {
    actor: { en: 'Qingtai, qualified person', zh: '清泰质量受权人' },
    pages: ['', 'batches', 'orders', 'documents', 'enterprises', 'audit', 'disputes'],
    details: ['batches', 'orders', 'documents'],
  },
  supplier: {
    actor: { en: 'Linhe, production', zh: '临河生产员' },
    pages: ['batches/new'],
    details: [],
  },
  maker: {
    actor: { en: 'Anhe, qualified person', zh: '安和质量受权人' },
    pages: ['', 'recalls', 'shipments', 'profiles'],
    details: ['recalls', 'shipments'],
  },
  line: {
    actor: { en: 'Anhe, production', zh: '安和生产员' },
    pages: ['codes'],
    details: ['batches'],
  },
  pharmacy: {
    actor: { en: 'Renxin, pharmacist', zh: '仁心药师' },
    pages: ['', 'codes', 'orders'],
    details: ['batches'],
  },
  administrator: {
    actor: { en: 'Qingtai, administrator', zh: '清泰管理员' },
    pages: ['enterprises/qingtai-cdmo', 'keys/admit'],
    details: [],
  },
  waste: {
    actor: { en: 'Qingtai, waste keeper', zh: '清泰危废管理员' },
    pages: ['', 'waste', 'co-sign'],
    details: ['waste'],
  },
  authority: {
    actor: { en: 'Drug inspector', zh: '药监检查员' },
    pages: ['', 'audit', 'recalls', 'shipments', 'enterprises/beiyuan-materials'],
    details: ['audit', 'recalls', 'shipments'],
    purpose: 'recall',
  },
};

/** A page is lazy, then its parts load: twice quiet and without a spinner is settled. */
const settle = async (page: Page): Promise<void> => {
  // Where the last click was, a tip may hang over the page.
  await page.mouse.move(0, 0);
  for (let i = 0; i < 2; i += 1) {
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => document.querySelector('[aria-busy], .mantine-Loader-root') === null);
  }
};

const shoot = async (page: Page, name: string): Promise<void> => {
  await settle(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
};

/** Opens the first record of a list and one act that it offers. */
const shootDetail = async (page: Page, url: string, list: string, name: string): Promise<void> => {
  await page.goto(`${url}/${list}`);
  await settle(page);
  const link = page.locator(`main a[href^="/${list}/"]:not([href$="/new"])`).first();
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

const walk = async (browser: Browser, url: string, language: Language, size: Size): Promise<void> => {
  for (const [role, { actor, pages, details, purpose = '' }] of Object.entries(TOURS)) {
    const context = await browser.newContext({ locale: LANGUAGES[language], viewport: SIZES[size] });
    await context.addInitScript((why) => localStorage.setItem('yaosu-purpose', why), purpose);
    const page = await context.newPage();
    const named = (name: string): string => `${language}-${size}-${role}-${name.replaceAll('/', '-')}`;
    await page.goto(url);
    if (role === 'cdmo') await shoot(page, named('sign-in'));
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

const APP = {
  en: {
    search: 'Search',
    actor: 'Renxin, pharmacist',
    typed: 'Type or paste a code',
    read: 'Read',
    proved: 'Its maker’s list proves this code.',
  },
  zh: {
    search: '搜索',
    actor: '仁心药师',
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

/** The phone app as a pharmacist has it: trips, scanner, a pack at the counter, outbox. */
const walkApp = async (browser: Browser, url: string, language: Language): Promise<void> => {
  const words = APP[language];
  const context = await browser.newContext({ locale: LANGUAGES[language], viewport: SIZES.phone });
  const page = await context.newPage();
  const named = (name: string): string => `${language}-phone-app-${name}`;
  await page.goto(`${url}/m/`);
  await page.getByLabel(words.search).fill(words.actor);
  await page.getByRole('button', { name: words.actor }).click();
  await page.getByRole('navigation').waitFor();
  await shoot(page, named('trips'));
  await page.goto(`${url}/m/#/scan`);
  await page.getByLabel(words.typed).fill(await provedCode(url));
  await shoot(page, named('scan'));
  await page.getByRole('button', { name: words.read, exact: true }).click();
  await page.getByText(words.proved).waitFor();
  await shoot(page, named('pack'));
  await page.goto(`${url}/m/#/outbox`);
  await shoot(page, named('outbox'));
  await context.close();
};

const { values } = parseArgs({ options: { url: { type: 'string' } } });
await mkdir(FOLDER, { recursive: true });
const server = values.url === undefined ? await RunningServer.start() : undefined;
const url = values.url ?? server?.url ?? '';
if (server !== undefined) await playStory({ url, ports: systemPorts });
const browser = await openBrowser();
try {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    for (const size of Object.keys(SIZES) as Size[]) await walk(browser, url, language, size);
    await walkApp(browser, url, language);
  }
} finally {
  await browser.close();
  await server?.dispose();
}
process.stdout.write(`screenshots are in ${FOLDER}\n`);
