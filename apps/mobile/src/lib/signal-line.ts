/** Says on every page that there is no signal; outlives the pages, since a hand-over goes on when signal comes or goes. */
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

/** The line, and a look at the signal. */
export const signalLine = (): { readonly line: HTMLElement; show(): void } => {
  const line = h('p', { class: 'offline', role: 'status' });
  const show = (): void => {
    line.hidden = navigator.onLine;
    line.textContent = t('noSignal');
  };
  return { line, show };
};
