/** Whether this phone keeps what it is given, and how much more it takes. */
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';

/** The storage of this phone, as its browser tells it. */
export interface Room {
  /** The browser has promised not to clear it by itself. */
  readonly isKept: boolean;
  /** Bytes; undefined where the browser does not tell. */
  readonly free: number | undefined;
}

const LOW_BYTES = 50_000_000;
const BYTES_PER_MB = 1_000_000;

/** Asks for lasting storage, and how much there is. */
export const readRoom = async (): Promise<Room> => {
  const isKept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  const { quota, usage } = await navigator.storage.estimate();
  return { isKept, free: quota === undefined ? undefined : quota - (usage ?? 0) };
};

/** The answer in words. */
export const roomWords = ({ isKept, free }: Room): string => {
  const kept = t(isKept ? 'roomKept' : 'roomLoose');
  if (free === undefined) return kept;
  return `${kept} ${t('roomFree')}: ${String(Math.floor(free / BYTES_PER_MB))} MB`;
};

/** Stands on every page for as long as the storage is almost full, so that nobody scans in vain; outlives the pages. */
export const roomLine = (): { readonly line: HTMLElement; show(): Promise<void> } => {
  const line = h('p', { class: 'offline alarm', role: 'alert' }, t('roomLow'));
  const show = async (): Promise<void> => {
    const { free } = await readRoom();
    line.hidden = free === undefined || free >= LOW_BYTES;
    fill(line, t('roomLow'));
  };
  line.hidden = true;
  return { line, show };
};
