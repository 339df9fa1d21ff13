/** Lighthouse over pages of a running gateway, in one browser profile that somebody has signed in with. */
import { createRequire } from 'node:module';
import lighthouse, { type Result } from 'lighthouse';
import type { Browser, Page } from 'puppeteer-core';
import { CHROMIUM } from '../../tests/support/browser.js';

/** Lighthouse's own driver: it takes no other browser's pages. */
const { launch } = createRequire(createRequire(import.meta.url).resolve('lighthouse'))(
  'puppeteer-core',
) as typeof import('puppeteer-core');

/** What one visit took, as Lighthouse's slow phone. */
export interface Visit {
  /** 0 to 100. */
  readonly performance: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
  /** Scripts as they came over the wire, compressed, without headers and without those that a worker asked for. */
  readonly scriptBytes: number;
}

/** Opens a browser that Lighthouse can drive. */
export const openDriven = (): Promise<Browser> =>
  launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-quic'] });

interface Requested {
  readonly resourceType?: string;
  readonly url: string;
  readonly sessionTargetType?: string;
}

const sizeOf = async (url: string): Promise<number> => {
  const { headers } = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
  return Number(headers.get('content-length'));
};

const scriptBytesOf = async ({ audits }: Result): Promise<number> => {
  const { details } = audits['network-requests'] ?? {};
  const items = details?.type === 'table' ? (details.items as unknown as readonly Requested[]) : [];
  const scripts = items.filter(
    ({ resourceType, sessionTargetType }) => resourceType === 'Script' && sessionTargetType === 'page',
  );
  const sizes = await Promise.all([...new Set(scripts.map(({ url }) => url))].map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** Forgets what makes a second visit fast; who is signed in stays. */
const forgetFiles = async (page: Page, url: string): Promise<void> => {
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCache');
  const { origin } = new URL(url);
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'service_workers,cache_storage',
  });
  await session.detach();
};

const MOST_LOADING_MS = 15_000;

/** A first visit to an address, on Lighthouse's mobile profile. @throws when Lighthouse cannot load it */
export const visit = async (page: Page, url: string): Promise<Visit> => {
  await forgetFiles(page, url);
  const found = await lighthouse(
    url,
    {
      ...{ disableStorageReset: true, onlyCategories: ['performance'], logLevel: 'silent' },
      // A page that hears of news never has a silent network.
      maxWaitForLoad: MOST_LOADING_MS,
    },
    undefined,
    page,
  );
  if (found === undefined || found.lhr.runtimeError !== undefined) {
    throw new Error(`Lighthouse cannot load ${url}: ${found?.lhr.runtimeError?.code ?? 'no result'}`);
  }
  const { lhr } = found;
  const valueOf = (audit: string): number => lhr.audits[audit]?.numericValue ?? Infinity;
  return {
    performance: (lhr.categories['performance']?.score ?? 0) * 100,
    lcpMs: valueOf('largest-contentful-paint'),
    tbtMs: valueOf('total-blocking-time'),
    scriptBytes: await scriptBytesOf(lhr),
  };
};
