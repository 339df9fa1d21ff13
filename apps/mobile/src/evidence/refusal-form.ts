/** What a driver writes down when something is refused: why, in words, and a photo of it. */
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { random128 } from '@yaosu/identity/keys/own-command';
import type { Evidence } from '../outbox/entry.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { readPhoto } from './read-photo.js';

/** Reasons to choose from, what the document is called, and what is done with it. */
export interface Refusing<R extends string> {
  readonly kind: string;
  readonly reasons: readonly R[];
  readonly wordOf: (reason: R) => string;
  /** Text of the button. */
  readonly button: string;
  readonly done: (reason: R, evidence: Evidence, digest: string) => Promise<void>;
}

/** The form; what is written goes into a document whose digest is signed. */
export const refusalForm = <R extends string>(refusing: Refusing<R>): HTMLElement => {
  const { kind, reasons, wordOf, button, done } = refusing;
  const reason = h(
    'select',
    { attributes: { id: 'reason', required: '' } },
    h('option', { attributes: { value: '' } }, t('choose')),
    ...reasons.map((each) => h('option', { attributes: { value: each } }, wordOf(each))),
  );
  const words = h('input', { attributes: { id: 'words', maxlength: '200' } });
  const photo = h('input', {
    attributes: { id: 'evidence', type: 'file', accept: 'image/*', capture: 'environment' },
  });
  const sign = async (): Promise<void> => {
    const chosen = reasons.find((each) => each === reason.value);
    if (!reason.reportValidity() || chosen === undefined) return;
    const picture = await readPhoto(photo.files?.[0]);
    const content = { kind, reason: chosen, words: words.value.trim(), photo: picture };
    const salt = random128();
    await done(chosen, { salt, content }, plaintextDigest(salt, content));
  };
  const field = (id: string, text: string, input: HTMLElement): HTMLElement =>
    h('div', {}, h('label', { attributes: { for: id } }, text), input);
  return h(
    'section',
    {},
    field('reason', t('reason'), reason),
    field('words', t('whatIsWrong'), words),
    field('evidence', t('takePhoto'), photo),
    h('button', { onClick: sign }, button),
  );
};
