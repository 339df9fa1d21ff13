/** A table of a page as a workbook: every cell is text, so that a code keeps its zeros and nothing runs as a formula. */
import writeWorkbook from 'write-excel-file/universal';

const NARROWEST = 8;
const WIDEST = 60;

/** Characters of the longest line of a column, within bounds. */
const widthOf = (rows: readonly (readonly string[])[], column: number): number => {
  const lengths = rows.flatMap((row) => (row[column] ?? '').split('\n')).map(({ length }) => length);
  return Math.min(WIDEST, Math.max(NARROWEST, ...lengths));
};

/** The file; its first row holds the headings, which stay in sight. */
export const tableXlsx = (rows: readonly (readonly string[])[]): Promise<Blob> => {
  const [headings = []] = rows;
  const cells = rows.map((row, at) =>
    row.map((value) => ({ value, type: String, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
  );
  const columns = headings.map((_, column) => ({ width: widthOf(rows, column) }));
  return writeWorkbook(cells, { columns, stickyRowsCount: 1 }).toBlob();
};
