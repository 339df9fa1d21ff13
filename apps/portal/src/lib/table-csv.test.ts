import { expect, test } from '@jest/globals';
import { tableCsv } from './table-csv.js';

test.each([
  ['plain words', ['a', '批号 20260815', ''], '"a","批号 20260815",""'],
  ['separators and quotes inside', ['a,b', 'say "yes"'], '"a,b","say ""yes"""'],
  ['lines inside', ['two\r\nlines'], '"two\r\nlines"'],
  ['numbers, signed or not', ['12', '-3.5', '+8'], '"12","-3.5","+8"'],
  ['formulas', ['=1+1', '+cmd', '-2+3', '@SUM(A1)'], '"\'=1+1","\'+cmd","\'-2+3","\'@SUM(A1)"'],
  ['formulas behind a tab or a line end', ['\t=1', '\r=1'], '"\'\t=1","\'\r=1"'],
])('%s', (_, cells, line) => {
  expect(tableCsv([cells])).toBe(`\uFEFF${line}\r\n`);
});

test('every row is a line', () => {
  expect(tableCsv([['Lot'], ['A'], ['B']])).toBe('\uFEFF"Lot"\r\n"A"\r\n"B"\r\n');
});
