/** Rows of text under each other. */

/** The lines of a table, each cell as wide as the widest of its column. */
export const linesOf = (rows: readonly (readonly string[])[]): readonly string[] => {
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
