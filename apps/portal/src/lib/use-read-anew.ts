import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const EVERY_MS = 5_000;

/** Reads anew, again and again while the page is open and in sight, what others may change meanwhile. */
export const useReadAnew = (...queryKeys: readonly (readonly string[])[]): void => {
  const cache = useQueryClient();
  const names = JSON.stringify(queryKeys);
  useEffect(() => {
    const readAll = (): void => {
      if (document.hidden) return;
      for (const queryKey of JSON.parse(names) as string[][]) void cache.invalidateQueries({ queryKey });
    };
    const timer = setInterval(readAll, EVERY_MS);
    return () => clearInterval(timer);
  }, [cache, names]);
};
