import { useSearchParams } from 'react-router';

/** Changes filters that stand in the address, beside those that were chosen; an empty one is left out. */
export const useSetFilters = (chosen: Readonly<Record<string, string | undefined>>) => {
  const [, setSearch] = useSearchParams();
  return (change: Readonly<Record<string, string>>): void => {
    const next = Object.entries({ ...chosen, ...change });
    const given = next.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    );
    setSearch(Object.fromEntries(given) as Record<string, string>, { replace: true });
  };
};
