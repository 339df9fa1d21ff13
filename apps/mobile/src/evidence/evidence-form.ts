/** What a driver writes down when something goes wrong: what it is, in words, and a photo of it. */
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { random128 } from '@yaosu/identity/keys/own-command';
import type { Evidence } from '../outbox/entry.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { readPhoto } from './read-photo.js';

/** What is asked for beside words and photo, what the document is called, and what is done with it. */
export interface Telling<C extends object> {
  readonly kind: string;
  readonly fields: readonly HTMLElement[];
  /** What the fields say; undefined while one of them is wrong, which it shows itself. */
  readonly chosen: () => C | undefined;
  /** Label of the words. */
  readonly words: string;
  readonly areWordsNeeded?: true;
  /** Text of the button. */
  readonly button: string;
  readonly done: (chosen: C, evidence: Evidence, digest: string) => Promise<void>;
}

/** The form; what is written goes into a document whose digest is signed. */
export const evidenceForm = <C extends object>(telling: Telling<C>): HTMLElement => {
  const { kind, fields, areWordsNeeded, button, done } = telling;
  const needed: Record<string, string> = areWordsNeeded === true ? { required: '' } : {};
  const words = h('input', { attributes: { id: 'words', maxlength: '200', ...needed } });
  const photo = h('input', {
    attributes: { id: 'evidence', type: 'file', accept: 'image/*', capture: 'environment' },
  });
  const sign = async (): Promise<void> => {
    const chosen = telling.chosen();
    if (chosen === undefined || !words.reportValidity()) return;
    const picture = await readPhoto(photo.files?.[0]);
    const content = { kind, ...chosen, words: words.value.trim(), photo: picture };
    const salt = random128();
    await done(chosen, { salt, content }, plaintextDigest(salt, content));
  };
  return h(
    'section',
    {},
    ...fields,
    labelled(telling.words, words),
    labelled(t('takePhoto'), photo),
    h('p', {}, t('evidenceIsRead')),
    h('button', { onClick: sign }, button),
  );
};
