import { expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { tableCsv } from '../../../lib/table-csv.js';
import { tableXlsx } from '../../../lib/table-xlsx.js';
import type { FileWrong } from './file-wrong.js';
import { MOST_BYTES, MOST_ROWS } from './line.js';
import { readPasted, readTable } from './read-table.js';

const cellsOf = async (file: Blob): Promise<readonly (readonly string[])[]> =>
  (await readTable(file)).map(({ cells }) => cells);
const faultOf = (file: Blob): Promise<unknown> =>
  readTable(file).then(
    () => undefined,
    (error: unknown) => {
      const { fault, details } = error as FileWrong;
      return { fault, details };
    },
  );

const HEAD = ['批号', 'Lot'];
const ROW = ['清泰 7', '00012'];

/** 批号,Lot ⏎ 清泰 7,00012 as a spreadsheet in China saves it. */
const GB18030 = [
  ...[0xc5, 0xfa, 0xba, 0xc5, 0x2c, 0x4c, 0x6f, 0x74, 0x0d, 0x0a],
  ...[0xc7, 0xe5, 0xcc, 0xa9, 0x20, 0x37, 0x2c, 0x30, 0x30, 0x30, 0x31, 0x32],
];
const WIDE = '\uFEFF批号\tLot\r\n清泰 7\t00012\r\n';
const UTF_16 = new Uint8Array(Uint16Array.from({ length: WIDE.length }, (_, i) => WIDE.charCodeAt(i)).buffer);

test.each<readonly [string, BlobPart]>([
  ['commas', '批号,Lot\n清泰 7,00012\n'],
  ['semicolons', '批号;Lot\r\n清泰 7;00012'],
  ['tabs', '批号\tLot\n清泰 7\t00012'],
  ['line ends of old', '批号,Lot\r清泰 7,00012\r'],
  ['a byte order mark', '\uFEFF批号,Lot\n清泰 7,00012\n'],
  ['quotes', '"批号","Lot"\n"清泰 7","00012"'],
  ['blank lines between', '\n批号,Lot\n\n , \n清泰 7,00012\n\n'],
  ['GB18030', new Uint8Array(GB18030)],
  ['UTF-16', UTF_16],
  ['our own export', tableCsv([HEAD, ROW])],
])('a file with %s is read, zeros and all', async (_, content) => {
  expect(await cellsOf(new Blob([content]))).toEqual([HEAD, ROW]);
});

test('separators, quotes and line breaks within quotes are part of the cell', async () => {
  const file = new Blob(['a,b\n"1,5; ""so""","two\r\nlines"\nc,\n']);
  expect(await cellsOf(file)).toEqual([
    ['a', 'b'],
    ['1,5; "so"', 'two\r\nlines'],
    ['c', ''],
  ]);
});

test('rows are numbered as the spreadsheet does, blank ones counted', async () => {
  const lines = await readTable(new Blob(['a,b\n\n"two\nlines",1\nc,2']));
  expect(lines.map(({ line }) => line)).toEqual([1, 3, 4]);
});

test('a workbook is read as text', async () => {
  const rows = [HEAD, ROW, ['=1+1', '2026-11-25']];
  expect(await cellsOf(await tableXlsx(rows))).toEqual(rows);
});

/** A workbook whose sheet holds these cells as a spreadsheet would store them. */
const workbookWith = async (cells: string): Promise<Uint8Array<ArrayBuffer>> => {
  const files = unzipSync(new Uint8Array(await (await tableXlsx([['a']])).arrayBuffer()));
  const sheet = Object.keys(files).find((name) => name.startsWith('xl/worksheets/sheet'))!;
  const text = new TextDecoder().decode(files[sheet]);
  const changed = text.replace(
    /<sheetData>.*<\/sheetData>/s,
    `<sheetData><row r="1">${cells}</row></sheetData>`,
  );
  return zipSync({ ...files, [sheet]: strToU8(changed) });
};

test('a number keeps the digits that the workbook has', async () => {
  const workbook = await workbookWith(
    '<c r="A1"><v>6901234000009</v></c><c r="B1"><v>1.2345678901234499E+39</v></c>',
  );
  expect(await cellsOf(new Blob([workbook]))).toEqual([['6901234000009', '1.2345678901234499E+39']]);
});

test('a formula is not computed: what the workbook has kept of it is read', async () => {
  const workbook = await workbookWith('<c r="A1"><f>1+1</f><v>2</v></c>');
  expect(await cellsOf(new Blob([workbook]))).toEqual([['2']]);
});

const XLSX = strToU8('PK');
test.each<readonly [string, BlobPart, object]>([
  ['nothing', '', { fault: 'empty', details: {} }],
  ['blank lines alone', '\n\n , \n', { fault: 'empty', details: {} }],
  ['quotes that do not close', 'a,b\n"1,2\n3,4', { fault: 'quotes', details: { line: 2 } }],
  ['a quote in the middle', 'a,b\n1,5" pipe', { fault: 'quotes', details: { line: 2 } }],
  ['words after quotes', 'a,b\n"1"x,2', { fault: 'quotes', details: { line: 2 } }],
  [
    'a picture',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    { fault: 'notTable', details: {} },
  ],
  [
    'bytes that no encoding has',
    new Uint8Array([0x61, 0x2c, 0xff, 0x0a]),
    { fault: 'encoding', details: {} },
  ],
  ['zeros', new Uint8Array(64), { fault: 'notTable', details: {} }],
  ['a workbook of old', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), { fault: 'oldExcel', details: {} }],
  ['half a workbook', XLSX, { fault: 'broken', details: {} }],
  ['an archive of something else', zipSync({ 'a.txt': XLSX }), { fault: 'notTable', details: {} }],
  [
    'macros',
    zipSync({ 'xl/workbook.xml': XLSX, 'xl/vbaProject.bin': XLSX }),
    { fault: 'macros', details: {} },
  ],
  [
    'very much in a small archive',
    zipSync({ 'xl/workbook.xml': XLSX, 'xl/big.xml': new Uint8Array(33 * 1024 * 1024) }),
    { fault: 'tooBig', details: {} },
  ],
  ['more than 5 MB', new Uint8Array(MOST_BYTES + 1), { fault: 'tooBig', details: {} }],
  ['too many rows', 'a\n'.repeat(MOST_ROWS + 3), { fault: 'tooManyRows', details: { most: MOST_ROWS } }],
])('%s: refused, and why', async (_, content, fault) => {
  expect(await faultOf(new Blob([content]))).toEqual(fault);
});

test('a long text in quotes is read in no time', async () => {
  const long = 'x""'.repeat(500_000);
  expect((await cellsOf(new Blob([`a\n"${long}"`])))[1]?.[0]).toHaveLength(1_000_000);
});

test('what is pasted from a spreadsheet is read', () => {
  expect(readPasted('批号\tLot\n清泰 7\t00012').map(({ cells }) => cells)).toEqual([HEAD, ROW]);
});
