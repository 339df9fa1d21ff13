import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';

/** Pages of a list, each asked for when it is wanted. */
export const usePages = <T extends { readonly next: string | null }>(
  queryKey: readonly unknown[],
  readPage: (cursor: string | undefined) => Promise<T>,
): UseInfiniteQueryResult<InfiniteData<T>> =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => readPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
