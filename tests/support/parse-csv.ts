/** Cells of a CSV file with a byte order mark, all of them quoted. */
export const parseCsv = (text: string): readonly string[][] =>
  [...text.slice(1).matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/g)].map(([, line = '']) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')),
  );
