/** The rows of an import before they are signed: the first ones with their commands, to be seen in full. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { random128 } from '@yaosu/identity/keys/own-command';
import type { Session } from '../../lib/session.js';
import type { JudgedRow } from './judged-row.js';
import type { Entry } from './sending/entry.js';
import { withCommand } from './sending/steps.js';
import { nameOf, type SubjectHead } from './subject.js';

/** An import that nobody has signed yet. */
export interface Prepared {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** Makes an import of good rows, and the commands of the first ones. Fails with ApiError. */
export const usePrepareRows = (
  session: Session,
  { act }: SubjectHead,
): UseMutationResult<Prepared, Error, readonly JudgedRow[]> =>
  useMutation({
    mutationFn: async (rows: readonly JudgedRow[]) => {
      const [{ subjectNamed }, { commandOf }] = await Promise.all([
        import('./subjects.js'),
        import('./sending/gateway-wire.js'),
      ]);
      const subject = subjectNamed(nameOf(act));
      const id = random128();
      const entries: Entry[] = rows.map(({ line, cells, row }, index) => ({
        ...{ id, index, line, cells, row, state: 'waiting' },
        ...{ command: null, txId: null, problem: null },
      }));
      // What is sent one after another is made one after another as well.
      for (const entry of entries.slice(0, subject.atOnce)) {
        entries[entry.index] = withCommand(entry, await commandOf(session, subject, entry.row));
      }
      return { id, entries };
    },
  });
