/** From a file to rows that were judged. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Session } from '../../lib/session.js';
import { ENTERPRISES } from '../../lib/use-enterprises.js';
import type { JudgedRow } from './judged-row.js';
import { nameOf, type SubjectHead } from './subject.js';

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
export const useCheck = (
  session: Session,
  subject: SubjectHead,
): UseMutationResult<Checked, Error, Source> => {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (source: Source) => {
      // Schemas, and the texts of both languages, since files name columns in either: loaded for a table, not for the page.
      const { checkTable } = await import('./check-table.js');
      return checkTable(source, nameOf(subject.act), {
        own: session.enterprise,
        firms: await cache.query(ENTERPRISES),
      });
    },
  });
};
