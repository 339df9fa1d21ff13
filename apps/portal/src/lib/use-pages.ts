import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { api } from './api.js';

type Paged = 'enterprises' | 'batches' | 'blocks';

/** Pages of a list, each asked for when it is wanted. */
export const usePages = <N extends Paged>(
  name: N,
  filter: Readonly<Record<string, string | undefined>>,
): UseInfiniteQueryResult<InfiniteData<ReadAnswer<N>>> =>
  useInfiniteQuery({
    queryKey: [name, filter],
    queryFn: ({ pageParam }) => api.read(name, {}, { ...filter, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: ReadAnswer<Paged>) => last.next ?? undefined,
  }) as UseInfiniteQueryResult<InfiniteData<ReadAnswer<N>>>;
