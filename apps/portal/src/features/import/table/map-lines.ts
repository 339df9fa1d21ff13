/** Which cell of a line belongs to which column. */
import { isSameWord, type Column } from '../column.js';
import { namesOf } from '../column-names.js';
import { en } from '../../../lib/texts/en.js';
import { zh } from '../../../lib/texts/zh.js';
import { FileWrong } from './file-wrong.js';
import { MOST_ROWS, PROBLEM, type Line } from './line.js';

/** A line below the header, its cells by the columns' technical names. */
export interface MappedLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const PROBLEM_NAMES: readonly string[] = [PROBLEM, en.import.problem, zh.import.problem];

const columnCalled = (title: string, columns: readonly Column[]): Column | undefined =>
  columns.find((column) => namesOf(column).some((name) => isSameWord(name, title)));

const isIgnored = (title: string): boolean =>
  title.trim() === '' || PROBLEM_NAMES.some((name) => isSameWord(name, title));

const assertHeader = (titles: readonly string[], columns: readonly Column[]): void => {
  const named = titles.map((title) => columnCalled(title, columns));
  const known = named.filter((column) => column !== undefined);
  if (known.length === 0) throw new FileWrong('noHeader');
  const unknown = titles.filter((title, i) => named[i] === undefined && !isIgnored(title));
  if (unknown.length > 0) throw new FileWrong('unknownColumns', { columns: unknown.join(', ') });
  const twice = known.filter((column, i) => known.indexOf(column) < i).map(({ name }) => name);
  if (twice.length > 0) throw new FileWrong('twice', { columns: twice.join(', ') });
  const missing = columns.filter((column) => column.required && !known.includes(column));
  if (missing.length > 0) {
    throw new FileWrong('missingColumns', { columns: missing.map(({ name }) => name).join(', ') });
  }
};

/** Whether a line holds the technical names of the columns that its header has in words. */
const isSecondHeader = (line: Line, order: readonly (Column | undefined)[]): boolean =>
  order.some((column) => column !== undefined) &&
  order.every((column, i) => column === undefined || line.cells[i]?.trim() === column.name);

const mapped = ({ line, cells }: Line, order: readonly (Column | undefined)[]): MappedLine => {
  if (cells.slice(order.length).some((cell) => cell.trim() !== '')) throw new FileWrong('ragged', { line });
  const named = order.flatMap((column, i) => (column === undefined ? [] : [[column.name, cells[i] ?? '']]));
  return { line, cells: Object.fromEntries(named) as Record<string, string> };
};

/**
 * The lines below the header, which is in words of either language or in technical names, or in both, one below the other.
 * @throws FileWrong noHeader, unknownColumns, twice, missingColumns, ragged, empty, tooManyRows
 */
export const mapLines = (lines: readonly Line[], columns: readonly Column[]): readonly MappedLine[] => {
  const [header, ...rest] = lines;
  if (header === undefined) throw new FileWrong('empty');
  assertHeader(header.cells, columns);
  const order = header.cells.map((title) => columnCalled(title, columns));
  const [second] = rest;
  const rows = second !== undefined && isSecondHeader(second, order) ? rest.slice(1) : rest;
  if (rows.length === 0) throw new FileWrong('empty');
  if (rows.length > MOST_ROWS) throw new FileWrong('tooManyRows', { most: MOST_ROWS });
  return rows.map((line) => mapped(line, order));
};
