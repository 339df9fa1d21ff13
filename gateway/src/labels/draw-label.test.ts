import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { LabelSymbol } from './modules.js';
import { drawLabel, labelOf } from './draw-label.js';
import { pngOf } from './draw-png.js';

const GTIN = '06901004000215';
const CODES: Readonly<Record<LabelSymbol, string>> = {
  datamatrix: `(01)${GTIN}(17)281125(10)AH-26(21)7HK2MNP4QRST`,
  qr: `(01)${GTIN}(17)281125(10)AH/26(21)7HK2MNP4QRST`,
  'gs1-128': `(01)${GTIN}(10)AH-26(21)7HK2`,
};
const READS: Readonly<Record<LabelSymbol, string>> = {
  datamatrix: CODES.datamatrix,
  qr: `https://id.gs1.org/01/${GTIN}/10/AH%2F26/21/7HK2MNP4QRST?17=281125`,
  'gs1-128': CODES['gs1-128'],
};
const SYMBOLS = Object.keys(CODES) as LabelSymbol[];

const bitsOf = (bytes: Uint8Array, perRow: number): readonly Uint8Array[] =>
  Array.from({ length: bytes.length / perRow }, (_, y) =>
    Uint8Array.from(
      { length: perRow * 8 },
      (__, x) => ((bytes[y * perRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1,
    ),
  );

const read = async (picture: Buffer): Promise<ReadResult | undefined> =>
  (await readBarcodes(new Uint8Array(picture), { tryHarder: true }))[0];

/** A picture with room around it, as paper has. */
const onPaper = (rows: readonly Uint8Array[]): Buffer => {
  const width = (rows[0]?.length ?? 0) + 80;
  const blank = Array.from({ length: 40 }, () => new Uint8Array(width));
  const middle = rows.map((row) => Uint8Array.from([...new Uint8Array(40), ...row, ...new Uint8Array(40)]));
  return pngOf({ width, rows: [...blank, ...middle, ...blank] }, 1);
};

describe.each(SYMBOLS)('a label with %s', (symbol) => {
  beforeAll(async () => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const { buffer, byteOffset, byteLength } = await readFile(wasm);
    const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength);
    prepareZXingModule({ overrides: { wasmBinary } });
  });

  test('is read back from its PNG by a reader of others', async () => {
    const found = await read(drawLabel(CODES[symbol], { symbol, format: 'png' }));
    expect(found?.text).toBe(READS[symbol]);
  });

  test('is read back from the picture that a Zebra printer gets', async () => {
    const zpl = drawLabel(CODES[symbol], { symbol, format: 'zpl' }).toString('latin1');
    const [, total = '', perRow = '', hex = ''] = /\^GFA,(\d+),\d+,(\d+),([0-9A-F]+)\^FS/.exec(zpl) ?? [];
    expect(hex.length).toBe(2 * Number(total));
    const found = await read(onPaper(bitsOf(Buffer.from(hex, 'hex'), Number(perRow))));
    expect(found?.text).toBe(READS[symbol]);
  });

  test('has as many dark modules in SVG and PDF, and its text in the PDF', () => {
    const { modules } = labelOf(CODES[symbol], symbol);
    const dark = modules.rows.reduce((sum, row) => sum + row.reduce((count, each) => count + each, 0), 0);
    const svg = drawLabel(CODES[symbol], { symbol, format: 'svg' }).toString();
    expect([...svg.matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0)).toBe(dark);
    const pdf = drawLabel(CODES[symbol], { symbol, format: 'pdf' });
    const at = pdf.indexOf('stream\n') + 'stream\n'.length;
    const page = inflateSync(pdf.subarray(at)).toString('latin1');
    const areas = [...page.matchAll(/ (\d+\.\d+) (\d+\.\d+) re/g)].map(([, w, h]) =>
      Math.round(Number(w) / Number(h)),
    );
    expect(areas.reduce((sum, each) => sum + each, 0)).toBe(dark);
    expect(page).toContain(`(\\(01\\) ${GTIN})`);
  });
});

test('what GS1-128 cannot hold is refused in words', () => {
  const draw = () =>
    drawLabel(`(01)${GTIN}(10)12345678901234567890(21)12345678901234567890`, {
      symbol: 'gs1-128',
      format: 'png',
    });
  expect(draw).toThrow('QUERY_INVALID');
});
