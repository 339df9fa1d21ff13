import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import type { Outbox } from './outbox.js';
import { needsEyes } from './policy.js';

/** Stands on every page for as long as something that went wrong was not seen; outlives the pages. */
export const attentionLine = (outbox: Outbox): { readonly line: HTMLElement; show(): Promise<void> } => {
  const line = h('p', { class: 'offline', role: 'status' });
  const show = async (): Promise<void> => {
    const count = (await outbox.all()).filter(needsEyes).length;
    line.hidden = count === 0;
    fill(line, h('a', { attributes: { href: '#/outbox' } }, `${t('attention')} (${String(count)})`));
  };
  outbox.watch(() => void show());
  return { line, show };
};
