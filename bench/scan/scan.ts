/** Codes before the phone app's camera, in Chromium at a quarter of its speed, and jsQR beside it. */
import { bracketed } from '@yaosu/chaincode/model/code/gs1/element-string';
import type { Element } from '@yaosu/chaincode/model/code/gs1/problems';
import { modulesOf, type LabelSymbol } from '@yaosu/gateway/labels/modules';
import type { Page } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../tests/support/browser.js';
import { perSecond, quantile } from '../harness/measure.js';
import type { Report } from '../harness/report.js';
import type { Drawn } from './page/frames.js';
import { servePage } from './page-server.js';

const CODES = 100;
const SLOWER = 4;
const COMPARED = 40;
const PER_CENT = 100;

const PACK: readonly Element[] = [
  ['01', '06901234567892'],
  ['17', '281031'],
  ['10', 'AH-28-001'],
  ['21', 'K7Q2M9X4TB3H'],
];
const PALLET: readonly Element[] = [['00', '069012345678901238']];
const LINK = 'https://id.example.org/01/06901234567892/10/AH-28-001/21/K7Q2M9X4TB3H?17=281031';

const drawn = (kind: LabelSymbol, elements: readonly Element[], text: string): Drawn => ({
  kind,
  text,
  rows: modulesOf(kind, bracketed(elements), LINK).rows.map((row) => [...row].join('')),
});

/** The three that are on packs, pallets and papers. */
const SYMBOLS: readonly Drawn[] = [
  drawn('datamatrix', PACK, bracketed(PACK)),
  drawn('qr', PACK, LINK),
  drawn('gs1-128', PALLET, bracketed(PALLET)),
];

const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
};

const measured = async (page: Page): Promise<Report> => {
  const frames = await page.evaluate(([symbols, codes]) => window.scanBench.make(symbols, codes), [
    SYMBOLS,
    CODES,
  ] as const);
  await slowDown(page);
  const looked = await page.evaluate(() => window.scanBench.look());
  const watched = await page.evaluate(() => window.scanBench.watch());
  const compared = await page.evaluate((most) => window.scanBench.compare(most), COMPARED);
  const read = watched.firstReads.length;
  const pace = { count: looked.frames, milliseconds: looked.milliseconds };
  return {
    figures: [
      { name: 'frames, codes and none', value: perSecond(pace), unit: 'a second', atLeast: 15 },
      { name: 'first read, p95', value: quantile(watched.firstReads, 0.95), unit: 'ms', atMost: 300 },
      { name: 'codes read', value: (read / CODES) * PER_CENT, unit: '%', atLeast: 98 },
      {
        name: 'frames with a code read at one look',
        value: (looked.read / looked.withCode) * PER_CENT,
        unit: '%',
      },
      { name: 'wrong', value: looked.wrong + watched.wrong, unit: 'reads', atMost: 0 },
      { name: 'QR frames, ours to jsQR', value: compared.peer / compared.ours, unit: 'times', atLeast: 50 },
      { name: 'QR frames read, ours', value: (compared.oursRead / COMPARED) * PER_CENT, unit: '%' },
      { name: 'QR frames read, jsQR', value: (compared.peerRead / COMPARED) * PER_CENT, unit: '%' },
    ],
    bounds: `one thread at a quarter of its speed decodes ${String(frames)} frames of 1280 × 720; the app has a thread of its own for that`,
  };
};

/** 500 frames of 100 codes, a fifth of them without one. @throws when there is no Chromium */
export const scan = async (): Promise<Report> => {
  if (CHROMIUM === '') throw new Error('this bench needs Chromium');
  const served = await servePage();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    return await measured(page);
  } finally {
    await browser.close();
    await served.close();
  }
};
