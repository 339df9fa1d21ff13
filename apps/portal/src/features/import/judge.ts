/** What is wrong with the rows of a file, cell by cell: words become values, and the schemas of the peers judge them. */
import type { Enterprise } from '../../lib/use-enterprises.js';
import { partsOf, type Column, type Row } from './column.js';
import type { JudgedRow, Problem } from './judged-row.js';
import { NORMALISERS, suspicionOf } from './normalise.js';
import type { Subject } from './subject.js';
import type { MappedLine } from './table/map-lines.js';

/** Who brings in, and whom the network knows. */
export interface Known {
  readonly own: string;
  readonly firms: readonly Enterprise[];
}

const rowOf = (columns: readonly Column[], { cells }: MappedLine, { firms }: Known): Row => {
  const valueOf = (column: Column): string => {
    const normalise = (part: string): string => NORMALISERS[column.kind]?.(part, { column, firms }) ?? part;
    const cell = (cells[column.name] ?? '').trim();
    return column.many ? partsOf(cell).map(normalise).join('|') : normalise(cell);
  };
  return Object.fromEntries(columns.map((column) => [column.name, valueOf(column)]));
};

/** What can be said of a cell without knowing the others. */
const wrongCell = (column: Column, cell: string): Problem | undefined => {
  const { name, required } = column;
  if (cell.trim() === '') return required ? { column: name, why: 'missing' } : undefined;
  const why = suspicionOf(column, cell);
  return why === undefined ? undefined : { column: name, why };
};

/** The network's enterprises are public, so that one that is none is found before it is sent. */
const unknownFirms = ({ columns }: Subject, row: Row, { firms }: Known): readonly Problem[] =>
  columns
    .filter(({ name, kind }) => kind === 'enterprise' && row[name] !== '')
    .filter(({ name }) => !firms.some(({ enterprise }) => enterprise === row[name]))
    .map(({ name, kind }) => ({ column: name, why: 'kind', kind }));

const schemaProblems = async (subject: Subject, row: Row, own: string): Promise<readonly Problem[]> => {
  const issues = await subject.check(row, own);
  return issues.map(({ column, isTooLong }) => {
    const kind = subject.columns.find(({ name }) => name === column)?.kind ?? 'text';
    return isTooLong ? { column, why: 'tooLong' } : { column, why: 'kind', kind };
  });
};

const firstOfEach = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ column }, i) => problems.findIndex((other) => other.column === column) === i);

const judgeRow = async (subject: Subject, line: MappedLine, known: Known): Promise<JudgedRow> => {
  const row = rowOf(subject.columns, line, known);
  const cells = subject.columns.map((column) => wrongCell(column, line.cells[column.name] ?? ''));
  const found = cells.filter((problem) => problem !== undefined);
  const said = await schemaProblems(subject, row, known.own);
  const problems = firstOfEach([...found, ...unknownFirms(subject, row, known), ...said]);
  return { line: line.line, cells: line.cells, row, problems };
};

/** What tells a row from the others; undefined where a part of it is left to the gateway. */
const markOf = ({ sameness, columns }: Subject, row: Row): string | undefined => {
  const isOpen = columns.some(
    ({ name, kind }) => sameness.includes(name) && kind === 'number' && row[name] === '',
  );
  return isOpen ? undefined : JSON.stringify(sameness.map((name) => row[name]));
};

const withDuplicates = (subject: Subject, rows: readonly JudgedRow[]): readonly JudgedRow[] => {
  const first = new Map<string, number>();
  return rows.map((judged) => {
    const mark = markOf(subject, judged.row);
    const of = mark === undefined ? undefined : first.get(mark);
    if (mark !== undefined && of === undefined) first.set(mark, judged.line);
    if (of === undefined) return judged;
    const problem: Problem = { column: subject.sameness.at(-1) ?? '', why: 'duplicate', of };
    return { ...judged, problems: firstOfEach([...judged.problems, problem]) };
  });
};

/** Every row with what is wrong in it. */
export const judge = async (
  subject: Subject,
  lines: readonly MappedLine[],
  known: Known,
): Promise<readonly JudgedRow[]> => {
  const rows: JudgedRow[] = [];
  for (const line of lines) rows.push(await judgeRow(subject, line, known));
  return withDuplicates(subject, rows);
};
