/** Says on every page that this phone's key counts no more: what it recorded still goes out, and is looked at. */
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

/** Outlives the pages. */
export const keyLine = h('p', { class: 'offline alarm', role: 'alert' });
keyLine.hidden = true;

/** Shows the line, or takes it away. */
export const showKeyEnded = (hasEnded: boolean): void => {
  keyLine.hidden = !hasEnded;
  keyLine.textContent = t('keyEnded');
};
