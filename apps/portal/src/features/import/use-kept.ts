import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Entry, ImportHead } from './sending/entry.js';
import { deviceStore } from './sending/store.js';

/** An import and its rows. */
export interface Kept {
  readonly head: ImportHead;
  readonly entries: readonly Entry[];
}

const AT_WORK_MS = 500;

const readKept = async (id: string): Promise<Kept | null> => {
  const head = (await deviceStore.heads()).find((each) => each.id === id);
  return head === undefined ? null : { head, entries: await deviceStore.entries(id) };
};

/** An import as it stands on this device, null when it is not here; read again and again while it is being sent. */
export const useKept = (id: string, isRunning: boolean): UseQueryResult<Kept | null> =>
  useQuery({
    queryKey: ['import', id],
    networkMode: 'always',
    queryFn: () => readKept(id),
    refetchInterval: isRunning ? AT_WORK_MS : false,
  });
