/** Pages of rows: one more is read than is shown, to know whether another page follows. */

/** A page and where the next one starts. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Cuts what was read to the limit. */
export const pageOf = <T>(read: readonly T[], limit: number, cursorOf: (last: T) => string): Page<T> => {
  const rows = read.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: read.length > limit && last !== undefined ? cursorOf(last) : null };
};
