/** From a file to rows that were judged. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { api } from '../../lib/api.js';
import type { Session } from '../../lib/session.js';
import { ENTERPRISES } from '../../lib/use-enterprises.js';
import { isGood, judge, type JudgedRow } from './judge.js';
import type { Subject } from './subject.js';
import type { Line } from './table/line.js';
import { mapLines } from './table/map-lines.js';
import { readPasted, readTable } from './table/read-table.js';

/** What somebody brings: a file, or rows that were pasted. */
export type Source = File | string;

/** A table that was looked at. */
export interface Checked {
  /** Name of the file; empty for pasted rows. */
  readonly file: string;
  readonly rows: readonly JudgedRow[];
}

/** Of more rows it is not asked before whether they are on the ledger: every row costs two calls. */
export const MOST_LOOKED_UP = 100;

const isThere = async (key: string): Promise<boolean> => {
  try {
    return (await api.read('recordHash', { key })).hash !== null;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return false;
    throw error;
  }
};

const lookedUp = async (subject: Subject, own: string, judged: JudgedRow): Promise<JudgedRow> => {
  if (!isGood(judged) || subject.makes === undefined) return judged;
  if (!(await isThere(await subject.makes(judged.row, own)))) return judged;
  return { ...judged, problems: [{ column: subject.sameness.at(-1) ?? '', why: 'onLedger' }] };
};

const linesOf = (source: Source): Promise<readonly Line[]> =>
  typeof source === 'string' ? Promise.resolve(source).then(readPasted) : readTable(source);

/** Reads a table and judges its rows. Fails with FileWrong or ApiError; nothing is kept. */
export const useCheck = (session: Session, subject: Subject): UseMutationResult<Checked, Error, Source> => {
  const cache = useQueryClient();
  const own = session.enterprise;
  return useMutation({
    mutationFn: async (source: Source) => {
      const lines = mapLines(await linesOf(source), subject.columns);
      const judged = await judge(subject, lines, { own, firms: await cache.query(ENTERPRISES) });
      const rows: JudgedRow[] = [];
      for (const each of judged) {
        rows.push(judged.length > MOST_LOOKED_UP ? each : await lookedUp(subject, own, each));
      }
      return { file: typeof source === 'string' ? '' : source.name, rows };
    },
  });
};
