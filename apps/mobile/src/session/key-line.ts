/** Says on every page that this phone's key counts no more: what it recorded still goes out, and is looked at. */
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

let hasEnded = false;
let line: HTMLElement | undefined;

const draw = (shown: HTMLElement): void => {
  shown.hidden = !hasEnded;
  shown.textContent = t('keyEnded');
};

/** The line, one for all pages. */
export const keyLine = (): HTMLElement => {
  line ??= h('p', { class: 'offline alarm', role: 'alert' });
  draw(line);
  return line;
};

/** Shows the line, or takes it away. */
export const showKeyEnded = (isEnded: boolean): void => {
  hasEnded = isEnded;
  if (line !== undefined) draw(line);
};
