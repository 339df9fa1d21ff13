/** A line of a table that is not blank. */
export interface Line {
  /** As the spreadsheet numbers it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of a file at most, beside its header. */
export const MOST_ROWS = 2_000;
/** Bytes of a file at most: 5 MB. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Column of the errors in a file of rows that were wrong; it is written anew each time. */
export const PROBLEM = 'problem';

/** Whether a line says something. */
export const isFilled = ({ cells }: Line): boolean => cells.some((cell) => cell.trim() !== '');
