import { t } from '../texts/texts.js';
import { readRoom, roomWords } from '../lib/room.js';
import { fill, h } from '../ui/h.js';
import { entryCard } from './entry-card.js';
import type { Outbox } from './outbox.js';

/** Everything that this phone has signed, the newest first, with where it stands. */
export const outboxPage = (outbox: Outbox): HTMLElement => {
  const list = h('div');
  const show = async (): Promise<void> => {
    const entries = [...(await outbox.all())].reverse();
    const cards = entries.map((entry) => entryCard(outbox, entry));
    fill(list, ...(cards.length === 0 ? [h('p', { class: 'quiet' }, t('emptyOutbox'))] : cards));
  };
  const stop = outbox.watch(() => {
    if (list.isConnected) void show();
    else stop();
  });
  void show();
  const room = h('p', { class: 'quiet' });
  const showRoom = async (): Promise<void> => fill(room, roomWords(await readRoom()));
  void showRoom();
  return h(
    'section',
    {},
    room,
    h('button', { class: 'plain', onClick: () => outbox.kick() }, t('tryNow')),
    list,
  );
};
