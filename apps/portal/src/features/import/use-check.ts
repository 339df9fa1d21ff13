/** From a file to rows that were judged. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Session } from '../../lib/session.js';
import { ENTERPRISES } from '../../lib/use-enterprises.js';
import type { JudgedRow } from './judged-row.js';
import type { Subject } from './subject.js';

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

/** Reads a table and judges its rows. Fails with FileWrong or ApiError; nothing is kept. */
export const useCheck = (session: Session, subject: Subject): UseMutationResult<Checked, Error, Source> => {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (source: Source) => {
      // Files name columns in either language: the texts of both are loaded for a file, not for the page.
      const { checkTable } = await import('./check-table.js');
      return checkTable(source, subject, { own: session.enterprise, firms: await cache.query(ENTERPRISES) });
    },
  });
};
