/** What a driver writes down when the consignee does not take the load: why, how much, and a photo of it. */
import { REFUSAL_REASONS } from '@yaosu/chaincode/model/shipment/states';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { random128 } from '@yaosu/identity/keys/own-command';
import { t } from '../texts/texts.js';
import { refusalWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import { offerTo, type Giving } from './offering.js';
import { readPhoto } from './read-photo.js';

/** The form; signing begins with the other phone once it is filled in. */
export const refuseForm = (giving: Giving): HTMLElement => {
  const reason = h(
    'select',
    { attributes: { id: 'reason', required: '' } },
    h('option', { attributes: { value: '' } }, t('choose')),
    ...REFUSAL_REASONS.map((each) => h('option', { attributes: { value: each } }, refusalWord(each))),
  );
  const words = h('input', { attributes: { id: 'words', maxlength: '200' } });
  const photo = h('input', {
    attributes: { id: 'evidence', type: 'file', accept: 'image/*', capture: 'environment' },
  });
  const sign = async (): Promise<void> => {
    const r = REFUSAL_REASONS.find((each) => each === reason.value);
    if (!reason.reportValidity() || r === undefined) return;
    const picture = await readPhoto(photo.files?.[0]);
    const content = { kind: 'refusal', reason: r, words: words.value.trim(), photo: picture };
    const salt = random128();
    const w = { r, d: plaintextDigest(salt, content) };
    await offerTo(giving, { goods: { a: 'refuse', c: [], w }, evidence: { salt, content } });
  };
  const field = (id: string, text: string, input: HTMLElement): HTMLElement =>
    h('div', {}, h('label', { attributes: { for: id } }, text), input);
  return h(
    'section',
    {},
    field('reason', t('reason'), reason),
    field('words', t('whatIsWrong'), words),
    field('evidence', t('takePhoto'), photo),
    h('button', { onClick: sign }, t('signAndShow')),
  );
};
