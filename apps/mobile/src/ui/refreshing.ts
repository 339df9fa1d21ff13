import { fill, h } from './h.js';

/** A part of a page that is shown at once as it is known, and again when a refresh has brought something new. */
export const refreshing = (refresh: () => Promise<void>, make: () => Promise<HTMLElement>): HTMLElement => {
  const box = h('div');
  const show = async (): Promise<void> => {
    const content = await make();
    // The same is left alone: it would go from under a finger.
    if (box.firstElementChild?.outerHTML !== content.outerHTML) fill(box, content);
  };
  const begin = async (): Promise<void> => {
    await show();
    await refresh().catch(() => undefined);
    if (box.isConnected) await show();
  };
  void begin();
  return box;
};
