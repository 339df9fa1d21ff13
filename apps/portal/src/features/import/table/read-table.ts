/** A file becomes lines of text, whatever kind of table it is. */
import { decodeText, requireText } from './decode-text.js';
import { FileWrong } from './file-wrong.js';
import { MOST_BYTES, MOST_ROWS, type Line } from './line.js';
import { parseCsv } from './parse-csv.js';

const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

const withinLimits = (lines: readonly Line[]): readonly Line[] => {
  if (lines.length === 0) throw new FileWrong('empty');
  // Up to two lines are the header's; what is mapped is counted again.
  if (lines.length > MOST_ROWS + 2) throw new FileWrong('tooManyRows', { most: MOST_ROWS });
  return lines;
};

const linesOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly Line[]> => {
  if (bytes.length === 0) throw new FileWrong('empty');
  if (begins(bytes, OLD_OFFICE)) throw new FileWrong('oldExcel');
  // What reads workbooks is loaded when somebody brings one.
  if (begins(bytes, ZIP)) return (await import('./read-workbook.js')).readWorkbook(bytes);
  return parseCsv(decodeText(bytes));
};

/** The lines of a CSV file or workbook. @throws FileWrong */
export const readTable = async (file: Blob): Promise<readonly Line[]> => {
  if (file.size > MOST_BYTES) throw new FileWrong('tooBig');
  return withinLimits(await linesOf(new Uint8Array(await file.arrayBuffer())));
};

/** The lines of what was pasted: cells of a spreadsheet come with tabs. @throws FileWrong */
export const readPasted = (text: string): readonly Line[] => {
  if (text.length > MOST_BYTES) throw new FileWrong('tooBig');
  return withinLimits(parseCsv(requireText(text)));
};
