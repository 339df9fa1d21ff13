import { sentenceOf, t } from '../texts/texts.js';
import { timeWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import type { Entry } from './entry.js';
import type { Outbox } from './outbox.js';

const outcomeOf = (entry: Entry): HTMLElement | null => {
  const outcome = entry.receipt?.outcome;
  if (outcome === 'disputed') return h('p', { class: 'problem' }, t('disputed'));
  return outcome === 'deviating' ? h('p', { class: 'quiet' }, t('deviating')) : null;
};

const card = (outbox: Outbox, entry: Entry): HTMLElement =>
  h(
    'div',
    { class: 'card' },
    h('h3', {}, entry.title),
    h('p', { class: 'quiet' }, timeWord(entry.savedAt)),
    h('p', { class: `state ${entry.state}` }, `${entry.state === 'onLedger' ? '✓ ' : ''}${t(entry.state)}`),
    entry.receipt === null
      ? null
      : h(
          'p',
          { class: 'quiet code' },
          `${t('tx')} ${entry.receipt.txId.slice(0, 16)}… · ${t('block')} ${String(entry.receipt.block)}`,
        ),
    outcomeOf(entry),
    entry.problem === null ? null : h('p', { class: 'quiet' }, sentenceOf(entry.problem)),
    entry.state === 'refused' &&
      h('button', { class: 'plain', onClick: () => outbox.dismiss(entry.cmd) }, t('seen')),
  );

/** Everything that this phone has signed, the newest first, with where it stands. */
export const outboxPage = (outbox: Outbox): HTMLElement => {
  const list = h('div');
  const show = async (): Promise<void> => {
    const entries = [...(await outbox.all())].reverse();
    const cards = entries.map((entry) => card(outbox, entry));
    fill(list, ...(cards.length === 0 ? [h('p', { class: 'quiet' }, t('emptyOutbox'))] : cards));
  };
  const stop = outbox.watch(() => {
    if (list.isConnected) void show();
    else stop();
  });
  void show();
  return h('section', {}, h('button', { class: 'plain', onClick: () => outbox.kick() }, t('tryNow')), list);
};
