/** How often an address may call, counted where it calls: an answer out of memory waits for no other server. */
import { ipKeyGenerator } from 'express-rate-limit';
import type { Clock } from '../ports.js';
import { ExpiringMap } from '../shared/expiring-map.js';

const WINDOW_MS = 60_000;
const MS_PER_SECOND = 1_000;
const MAX_ADDRESSES = 100_000;

interface Window {
  hits: number;
  readonly endsMs: number;
}

/**
 * Counts calls by address, those of IPv6 by network, in windows of a minute that begin with the first.
 * @returns counts a call; whole seconds until the next one is answered, 0 when this one is
 */
export const newAllowance = (clock: Clock, callsPerMinute: number): ((address: string) => number) => {
  const windows = new ExpiringMap<Window>(clock, MAX_ADDRESSES);
  return (address) => {
    const key = ipKeyGenerator(address);
    const window = windows.get(key) ?? { hits: 0, endsMs: clock.nowMs() + WINDOW_MS };
    if (window.hits === 0) windows.set(key, window, WINDOW_MS);
    window.hits += 1;
    return window.hits <= callsPerMinute ? 0 : Math.ceil((window.endsMs - clock.nowMs()) / MS_PER_SECOND);
  };
};
