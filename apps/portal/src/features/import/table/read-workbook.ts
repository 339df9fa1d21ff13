/** Reads the first sheet of a workbook (XLSX) as text; nothing in it is computed. */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { FileWrong } from './file-wrong.js';
import { isFilled, type Line } from './line.js';

/** Bytes that a workbook may unpack to: a small file can hold a very large one. */
const MOST_UNPACKED = 32 * 1024 * 1024;
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const MIDNIGHT = 'T00:00:00.000Z';

const contentsOf = (bytes: Uint8Array): readonly UnzipFileInfo[] => {
  const files: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (file) => files.push(file) < 0 });
  } catch {
    throw new FileWrong('broken');
  }
  return files;
};

const assertHarmless = (bytes: Uint8Array): void => {
  const files = contentsOf(bytes);
  if (files.some(({ name }) => name.endsWith('vbaProject.bin'))) throw new FileWrong('macros');
  if (!files.some(({ name }) => name === 'xl/workbook.xml')) throw new FileWrong('notTable');
  const unpacked = files.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (unpacked > MOST_UNPACKED) throw new FileWrong('tooBig');
};

/** A cell as it is read: its type says that a date is the class of dates. */
const textOf = (cell: unknown): string => {
  if (cell instanceof Date) {
    const instant = cell.toISOString();
    return instant.endsWith(MIDNIGHT) ? instant.slice(0, DAY_LENGTH) : instant;
  }
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
};

/** The lines that say something; numbers as they stand in the file. @throws FileWrong broken, macros, notTable, tooBig */
export const readWorkbook = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly Line[]> => {
  assertHarmless(bytes);
  try {
    const [sheet] = await readSheets(bytes.slice().buffer, { parseNumber: (digits) => digits });
    const rows: readonly (readonly unknown[])[] = sheet?.data ?? [];
    return rows.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) })).filter(isFilled);
  } catch {
    throw new FileWrong('broken');
  }
};
