/** A table of a page as a file for a spreadsheet. */
import { csvLine } from '@yaosu/gateway/api/csv-line';

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
/** Whatever begins like this a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Whether a spreadsheet would run a cell. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text);

const harmless = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** What stood in a cell before {@link tableCsv} made it harmless. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;

/** The file's text; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const tableCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => csvLine(row.map(harmless))).join('');
