/** What of a large table is asked in the short form. */
const TURNS = process.env['YAOSU_RIGHTS'] === 'all' ? 1 : 4;

/** Those whose turn it is; everybody where there are no turns. */
export const inTurn = <T>(all: readonly T[], turn: number | null): readonly T[] =>
  turn === null ? all : all.filter((_, i) => (i + turn) % TURNS === 0);
