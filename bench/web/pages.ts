/** The pages that are measured, each on a first visit. */
import process from 'node:process';
import type { Page } from 'puppeteer-core';
import { figureOf, type Figure } from '../harness/report.js';
import { openDriven, visit, type Visit } from './lighthouse.js';

const RUNS = 5;
const KB = 1_000;
const BEST = { performance: 95, lcpMs: 1_500, tbtMs: 100 };

interface Measured {
  readonly name: string;
  readonly path: string;
  /** Script that it may load, kB compressed. */
  readonly scriptKb: number;
}

const PORTAL_KB = 220;
const SCAN_KB = 60;

/** Nobody is signed in. */
const OPEN: readonly Measured[] = [
  { name: 'portal, sign-in', path: '/sign-in', scriptKb: PORTAL_KB },
  { name: 'phone, sign-in', path: '/m/', scriptKb: PORTAL_KB },
];
const OF_PORTAL: readonly Measured[] = [
  { name: 'portal, home', path: '/', scriptKb: PORTAL_KB },
  { name: 'portal, batches', path: '/batches', scriptKb: PORTAL_KB },
];
const OF_PHONE: readonly Measured[] = [{ name: 'phone, scan', path: '/m/#/scan', scriptKb: SCAN_KB }];

const signIn = async (page: Page, url: string, actor: string): Promise<void> => {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('input:not([type=radio])').fill(actor);
  await page.locator(`button ::-p-text(${actor})`).click();
  await page.locator('nav').wait();
};

const figuresOf = ({ name, scriptKb }: Measured, visits: readonly Visit[]): readonly Figure[] => {
  const of = (key: keyof Visit, scale = 1): readonly number[] => visits.map((each) => each[key] / scale);
  return [
    figureOf(`${name}: performance`, 'of 100', of('performance'), { atLeast: BEST.performance }),
    figureOf(`${name}: largest paint`, 'ms', of('lcpMs'), { atMost: BEST.lcpMs }),
    figureOf(`${name}: blocked`, 'ms', of('tbtMs'), { atMost: BEST.tbtMs }),
    figureOf(`${name}: script`, 'kB gzip', of('scriptBytes', KB), { atMost: scriptKb }),
  ];
};

const measured = async (page: Page, url: string, each: Measured): Promise<readonly Figure[]> => {
  const visits: Visit[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const seen = await visit(page, url + each.path);
    process.stderr.write(
      `${each.name}, ${String(run)} of ${String(RUNS)}: ${seen.performance.toFixed(0)} of 100\n`,
    );
    visits.push(seen);
  }
  return figuresOf(each, visits);
};

/** Lighthouse's figures of every page, medians of five. */
export const measurePages = async (url: string, actor: string): Promise<readonly Figure[]> => {
  const browser = await openDriven();
  const figures: Figure[] = [];
  const measureAll = async (page: Page, all: readonly Measured[]): Promise<void> => {
    for (const each of all) figures.push(...(await measured(page, url, each)));
  };
  try {
    const page = await browser.newPage();
    await measureAll(page, OPEN);
    await signIn(page, `${url}/sign-in`, actor);
    await measureAll(page, OF_PORTAL);
    await signIn(page, `${url}/m/`, actor);
    await measureAll(page, OF_PHONE);
    return figures;
  } finally {
    await browser.close();
  }
};
