import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { api } from '../api.js';
import { chosenPurpose } from '../purpose.js';
import { FRESH_MS } from '../query-client.js';
import { follow, type Hearing } from './follow.js';
import { isOlder } from './is-older.js';
import { spaced } from './spaced.js';

/** What follows from a block, such as an offer of a way out, is often in the next one. */
const SOON_MS = 400;
/** A page may show what is made of records of others, as a recall its answers. */
const LATER_MS = 5_000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });

/** A read that says itself how long it counts as new, as those of names do, is left to that. */
const growsOld = ({ observers }: Query): boolean =>
  observers.some(({ options }) => options.staleTime === FRESH_MS);

/** How new the page is. */
export interface Live {
  /** Whether the gateway is there, as far as is known. */
  readonly isThere: boolean;
  /** Whether something has changed that was not read anew. */
  readonly isOld: boolean;
  readonly readAnew: () => void;
}

/** What begins or ends the hearing: the tab comes in sight or goes, the machine's connection likewise. */
const listen = (begin: () => void): (() => void) => {
  document.addEventListener('visibilitychange', begin);
  for (const change of ['online', 'offline']) addEventListener(change, begin);
  return () => {
    document.removeEventListener('visibilitychange', begin);
    for (const change of ['online', 'offline']) removeEventListener(change, begin);
  };
};

/**
 * Reads anew what the page shows when the gateway tells that it has changed. A tab out of sight holds no stream, since
 * a browser keeps only a few connections to one server; it reads all anew when it is seen again. What an authority reads
 * with a purpose is written down as a person's read: it is read anew when the person asks for it.
 */
export const useLive = (): Live => {
  const cache = useQueryClient();
  const [isThere, setThere] = useState(true);
  const [oldPage, setOldPage] = useState<string>();
  // The next page is read when it is opened.
  useLocation();
  useEffect(() => {
    let newest = 0;
    const isBehind = (query: Query): boolean =>
      growsOld(query) && (isOlder(query.state.data, newest) ?? chosenPurpose() === '');
    const reading = spaced(() => {
      if (chosenPurpose() !== '') {
        const isOld = cache.getQueryCache().findAll({ type: 'active' }).some(isBehind);
        setOldPage(isOld ? location.pathname : undefined);
        return;
      }
      // What is being read, perhaps a page that somebody asked for, is not interrupted but read again after it.
      if (cache.isFetching() > 0) reading.ask(SOON_MS);
      void cache.invalidateQueries({
        predicate: (query) => query.state.fetchStatus === 'idle' && isBehind(query),
      });
    });
    const hearing: Hearing = {
      open: (signal) => api.events(signal),
      pause,
      onNews: ({ block, isSeen }) => {
        setThere(true);
        if (!isSeen && chosenPurpose() !== '') return;
        newest = Math.max(newest, block);
        reading.ask(isSeen ? SOON_MS : LATER_MS);
      },
      onAway: () => setThere(false),
    };
    let stop = new AbortController();
    const begin = (): void => {
      stop.abort();
      if (!navigator.onLine) setThere(false);
      if (document.hidden || !navigator.onLine) return;
      stop = new AbortController();
      // That the session is over is said by the next read.
      follow(hearing, stop.signal).catch(() => undefined);
    };
    begin();
    const unlisten = listen(begin);
    return () => {
      unlisten();
      stop.abort();
      reading.cancel();
    };
  }, [cache]);
  const readAnew = (): void => {
    setOldPage(undefined);
    void cache.invalidateQueries();
  };
  return { isThere, isOld: oldPage === location.pathname, readAnew };
};
