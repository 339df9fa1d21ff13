import { useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { api } from './api.js';

/** An enterprise as lists show it. */
export type Enterprise = ReadAnswer<'enterprises'>['enterprises'][number];

const LONG_MS = 60_000;
const PAGE = 200;

const readAll = async (): Promise<readonly Enterprise[]> => {
  const found: Enterprise[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.read('enterprises', {}, { cursor, limit: PAGE });
    found.push(...page.enterprises);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

/** All enterprises of the network, read once for all who show or offer them. */
export const ENTERPRISES = { queryKey: ['allEnterprises'], queryFn: readAll, staleTime: LONG_MS } as const;

/** All enterprises of the network, empty until they are there. */
export const useEnterprises = (): readonly Enterprise[] => useQuery(ENTERPRISES).data ?? [];

/** Name of an enterprise among those that are known; its id where it is not. */
export const nameAmong =
  (enterprises: readonly Enterprise[]) =>
  (id: string): string =>
    enterprises.find(({ enterprise }) => enterprise === id)?.name ?? id;

/** Name of an enterprise; its id until names are there. */
export const useEnterpriseName = (): ((id: string) => string) => nameAmong(useEnterprises());
