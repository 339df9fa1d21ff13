import { expect, test } from '@jest/globals';
import readWorkbook from 'read-excel-file/universal';
import { tableXlsx } from './table-xlsx.js';

const read = async (rows: readonly (readonly string[])[]): Promise<unknown> => {
  const blob = await tableXlsx(rows);
  const [sheet] = await readWorkbook(blob);
  return sheet?.data;
};

test.each([
  ['plain words', 'a 批号 20260815'],
  ['markup and quotes', '<b>"a" & \'b\'</b>'],
  ['a code with zeros before it', '00364141411234560'],
  ['what a spreadsheet would take for a number', '1e3'],
  ['what it would take for a formula', '=1+1'],
  ['what it would take for a date', '2026-11-29'],
])('%s comes back as the text that it was', async (_, text) => {
  expect(await read([['Heading'], [text]])).toEqual([['Heading'], [text]]);
});

test('every row is there, in order', async () => {
  const rows = [
    ['Lot', 'Quantity'],
    ...Array.from({ length: 2_000 }, (_, i) => [`L${String(i)}`, '12.5 kg']),
  ];
  expect(await read(rows)).toEqual(rows);
});
