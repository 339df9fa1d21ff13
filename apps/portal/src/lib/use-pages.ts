import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';

/** Pages of a list, each asked for when it is wanted; with `everyMs` those that are there are read anew, again and again. */
export const usePages = <T extends { readonly next: string | null }>(
  queryKey: readonly unknown[],
  readPage: (cursor: string | undefined) => Promise<T>,
  { everyMs }: { readonly everyMs?: number } = {},
): UseInfiniteQueryResult<InfiniteData<T>> =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => readPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: everyMs ?? false,
  });
