import { useSearchParams } from 'react-router';
import { chosenOf, type Chosen, type FilterValues } from './filter-values.js';

/** Filters of the address. */
export const useFilters = <F extends FilterValues>(filters: F): Chosen<F> => {
  const [search] = useSearchParams();
  return chosenOf(filters, search);
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
