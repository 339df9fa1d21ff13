/** Reads CSV as RFC 4180 has it, with the separators that spreadsheets use. */
import { FileWrong } from './file-wrong.js';
import { isFilled, type Line } from './line.js';

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** What the first line has most of, outside of quotes. */
const separatorOf = (text: string): Separator => {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((each) => head.split(each).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** Where the quotes that were opened before `from` close; a doubled quote stands for one. */
const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};

interface Cell {
  readonly value: string;
  /** Where the next character stands. */
  readonly end: number;
}

const quotedCell = (text: string, at: number): Cell | undefined => {
  const close = closingQuote(text, at + 1);
  if (close < 0) return undefined;
  return { value: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
};

/** Reads the cell that begins at a place; undefined when its quotes are broken. */
const cellAt = (text: string, at: number, plain: RegExp): Cell | undefined => {
  if (text[at] === '"') return quotedCell(text, at);
  plain.lastIndex = at;
  const value = plain.exec(text)?.[0] ?? '';
  return { value, end: at + value.length };
};

const lineEndAt = (text: string, at: number): number => {
  if (text.startsWith('\r\n', at)) return 2;
  return text[at] === '\n' || text[at] === '\r' ? 1 : 0;
};

interface Step extends Cell {
  /** A separator follows, and with it another cell of this line. */
  readonly hasMore: boolean;
}

const stepAt = (text: string, at: number, separator: Separator, plain: RegExp): Step | undefined => {
  const cell = cellAt(text, at, plain);
  if (cell === undefined) return undefined;
  const { value, end } = cell;
  if (text[end] === separator) return { value, end: end + 1, hasMore: true };
  const ending = lineEndAt(text, end);
  return ending > 0 || end === text.length ? { value, end: end + ending, hasMore: false } : undefined;
};

/** The lines of a text that say something. @throws FileWrong quotes, with the line where they are broken */
export const parseCsv = (text: string): readonly Line[] => {
  const separator = separatorOf(text);
  const plain = new RegExp(`[^"${separator}\\r\\n]*`, 'y');
  const lines: Line[] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const line = lines.length + 1;
    const step = stepAt(text, at, separator, plain);
    if (step === undefined) throw new FileWrong('quotes', { line });
    cells.push(step.value);
    at = step.end;
    if (step.hasMore && at < text.length) continue;
    lines.push({ line, cells });
    cells = [];
  }
  return lines.filter(isFilled);
};
