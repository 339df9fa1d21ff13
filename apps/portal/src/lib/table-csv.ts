/** A table of a page as a file for a spreadsheet. */
import { csvLine } from '@yaosu/gateway/api/csv-line';

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
/** Whatever begins like this a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const harmless = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The file's text; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const tableCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => csvLine(row.map(harmless))).join('');
