/** Kinds of files that a table is saved as. */
import { tableCsv } from './table-csv.js';

type Rows = readonly (readonly string[])[];

/** Kind of file → what makes one; the maker of workbooks is loaded when somebody wants one. */
export const TABLE_FILES = {
  csv: (rows: Rows) => Promise.resolve(new Blob([tableCsv(rows)], { type: 'text/csv;charset=utf-8' })),
  xlsx: async (rows: Rows) => (await import('./table-xlsx.js')).tableXlsx(rows),
} as const;
/** Ends the name of such a file. */
export type TableKind = keyof typeof TABLE_FILES;
/** All of them. */
export const TABLE_KINDS = Object.keys(TABLE_FILES) as readonly TableKind[];
