/** Contact sheets of the pictures, six on each, to be looked at side by side. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { FOLDER, type Size } from './shoot.js';

const SHEETS = join(FOLDER, 'sheets');
const A_SHEET = 6;
/** Columns, their width and what is shown of a long page, in pixels of the sheet. */
const GRID: Readonly<
  Record<Size, { readonly columns: number; readonly width: number; readonly height: number }>
> = {
  desk: { columns: 3, width: 640, height: 560 },
  phone: { columns: 6, width: 320, height: 1100 },
};

const sizeOf = (picture: string): Size => (picture.includes('-desk-') ? 'desk' : 'phone');

const chunksOf = (pictures: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(pictures.length / A_SHEET) }, (_, i) =>
    pictures.slice(i * A_SHEET, (i + 1) * A_SHEET),
  );

const pageOf = (pictures: readonly string[], size: Size): string => {
  const { columns, width, height } = GRID[size];
  const figures = pictures.map(
    (picture) => `<figure><figcaption>${picture}</figcaption>
      <img src="${pathToFileURL(resolve(FOLDER, picture)).href}"></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 8px; background: #888; font: 14px sans-serif; display: grid; gap: 8px;
      grid-template-columns: repeat(${String(columns)}, ${String(width)}px) }
    figure { margin: 0 } img { width: 100%; max-height: ${String(height)}px; object-fit: cover; object-position: top }
  </style>${figures.join('')}`;
};

const draw = async (
  browser: Browser,
  name: string,
  pictures: readonly string[],
  size: Size,
): Promise<void> => {
  const { columns, width } = GRID[size];
  const page = await browser.newPage({ viewport: { width: columns * (width + 8) + 8, height: 400 } });
  const file = join(SHEETS, `${name}.html`);
  await writeFile(file, pageOf(pictures, size));
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' });
  await page.screenshot({ path: join(SHEETS, `${name}.png`), fullPage: true });
  await page.close();
  await rm(file);
};

/** Draws them anew into `sheets` beside the pictures. @returns how many there are */
export const drawSheets = async (browser: Browser): Promise<number> => {
  await rm(SHEETS, { recursive: true, force: true });
  await mkdir(SHEETS, { recursive: true });
  const pictures = (await readdir(FOLDER)).filter((name) => name.endsWith('.png')).sort();
  let drawn = 0;
  for (const size of ['desk', 'phone'] as const) {
    for (const chunk of chunksOf(pictures.filter((picture) => sizeOf(picture) === size))) {
      drawn += 1;
      await draw(browser, `${size}-${String(drawn).padStart(2, '0')}`, chunk, size);
    }
  }
  return drawn;
};
