import { sentenceOf } from '../texts/sentence-of.js';
import { t } from '../texts/texts.js';
import { timeWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import type { Entry } from './entry.js';
import type { Outbox } from './outbox.js';
import { needsEyes } from './policy.js';

const outcomeOf = ({ receipt }: Entry): HTMLElement[] => {
  if (receipt?.outcome === 'disputed') return [h('p', { class: 'problem', role: 'alert' }, t('disputed'))];
  if (receipt?.outcome !== 'deviating') return [];
  const broken = (receipt.deviations ?? []).map((code) => h('p', { class: 'problem' }, sentenceOf(code)));
  return [h('p', { class: 'quiet' }, t('deviating')), ...broken];
};

const receiptOf = ({ receipt }: Entry): HTMLElement | null =>
  receipt === null
    ? null
    : h(
        'p',
        { class: 'quiet code' },
        `${t('tx')} ${receipt.txId.slice(0, 16)}… · ${t('block')} ${String(receipt.block)}`,
      );

/** A pack that this firm had not touched has changed: somebody else has. */
const isElsewhere = ({ problem, envelope: { command } }: Entry): boolean =>
  problem === 'SUBJECT_STALE' && command.act === 'dispense' && command.subject.seenHash === null;

const problemOf = (entry: Entry): HTMLElement | null => {
  const { problem, state } = entry;
  if (problem === null) return null;
  const isFinal = state === 'refused';
  if (isElsewhere(entry)) return h('p', { class: 'problem', role: 'alert' }, t('elsewhere'));
  return h('p', isFinal ? { class: 'problem', role: 'alert' } : { class: 'quiet' }, sentenceOf(problem));
};

/** A saved command, where it stands, and what went wrong until somebody has seen it. */
export const entryCard = (outbox: Outbox, entry: Entry): HTMLElement =>
  h(
    'div',
    { class: 'card' },
    h('h3', {}, entry.title),
    h('p', { class: 'quiet' }, timeWord(entry.savedAt)),
    h('p', { class: `state ${entry.state}` }, `${entry.state === 'onLedger' ? '✓ ' : ''}${t(entry.state)}`),
    receiptOf(entry),
    ...outcomeOf(entry),
    problemOf(entry),
    needsEyes(entry) &&
      h(
        'button',
        { class: 'plain', onClick: () => outbox.dismiss(entry.cmd) },
        t(entry.state === 'refused' ? 'seen' : 'seenKept'),
      ),
  );

/** The card of one command, kept as it stands; nothing when the outbox no longer has it. */
export const liveCard = (outbox: Outbox, cmd: string): HTMLElement => {
  const box = h('div', { role: 'status' });
  const show = async (): Promise<void> => {
    const entry = (await outbox.all()).find((each) => each.cmd === cmd);
    fill(box, entry === undefined ? null : entryCard(outbox, entry));
  };
  const stop = outbox.watch(() => {
    if (box.isConnected) void show();
    else stop();
  });
  void show();
  return box;
};
