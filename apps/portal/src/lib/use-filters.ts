import { useSearchParams } from 'react-router';
import type * as z from 'zod';

/** Filters of the address, each of which may be left out; none where it says nothing that can be understood. */
export const useFilters = <F extends object>(filter: z.ZodType<F>): Partial<F> => {
  const [search] = useSearchParams();
  return filter.safeParse(Object.fromEntries(search)).data ?? {};
};

/**
 * Changes filters that stand in the address, beside those that stand there; an empty one is left out. The address is
 * newer than the page, which is drawn when there is time: two changes one after the other both count.
 */
export const useSetFilters = () => {
  const [, setSearch] = useSearchParams();
  return (change: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(change)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
};
