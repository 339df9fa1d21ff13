import { useMutation, useMutationState, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Session } from '../../../lib/session.js';
import type { ImportHead } from './entry.js';
import { deviceStore } from './store.js';

const KEY = ['sendImport'];

const send = async (session: Session, { id, act }: ImportHead): Promise<void> => {
  const [{ subjectNamed }, { gatewayWire }, { sendImport }] = await Promise.all([
    import('../subjects.js'),
    import('./gateway-wire.js'),
    import('./send-import.js'),
  ]);
  const subject = subjectNamed(act);
  await sendImport(id, {
    store: deviceStore,
    wire: gatewayWire(session, subject),
    atOnce: subject.atOnce,
  });
};

/** Sends an import; it goes on while other pages are open. */
export const useSend = (session: Session): UseMutationResult<void, Error, ImportHead> => {
  const cache = useQueryClient();
  return useMutation({
    mutationKey: KEY,
    // What cannot be sent is said, not held back.
    networkMode: 'always',
    mutationFn: (head: ImportHead) => send(session, head),
    onSettled: () => cache.invalidateQueries(),
  });
};

/** Whether an import is being sent by this page, and what stopped it the last time. */
export interface Sending {
  readonly isRunning: boolean;
  readonly error: unknown;
}

/** How the sending of an import goes, wherever it was begun. */
export const useSending = (id: string): Sending => {
  const states = useMutationState({
    filters: { mutationKey: KEY },
    select: ({ state }) => ({
      id: (state.variables as ImportHead | undefined)?.id,
      isRunning: state.status === 'pending',
      error: state.error,
    }),
  });
  const own = states.filter((each) => each.id === id);
  return { isRunning: own.some(({ isRunning }) => isRunning), error: own.at(-1)?.error ?? null };
};
