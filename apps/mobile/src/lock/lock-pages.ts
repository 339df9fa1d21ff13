/** The PIN: set on one page, asked for on another before anything else is shown. */
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { sayProblem } from '../ui/say-problem.js';
import { openByPin, openByRecovery, setUpLock, waiting } from './lock.js';

const SECOND_MS = 1_000;

const pinField = (id: string): HTMLInputElement =>
  h('input', {
    attributes: {
      ...{ id, type: 'password', inputmode: 'numeric', autocomplete: 'off', required: '' },
      ...{ pattern: '[0-9]{6,12}', title: t('pinRule') },
    },
  });

/** Two fields for a PIN that is set; undefined while they are unfit, which they show. */
const newPin = (): { readonly fields: readonly HTMLElement[]; readonly chosen: () => string | undefined } => {
  const [first, again] = [pinField('pin'), pinField('pin-again')];
  const chosen = (): string | undefined => {
    again.setCustomValidity(first.value === again.value ? '' : t('pinDiffers'));
    return first.reportValidity() && again.reportValidity() ? first.value : undefined;
  };
  return { fields: [labelled(t('pinNew'), first), labelled(t('pinAgain'), again)], chosen };
};

const waitWords = (milliseconds: number): string =>
  `${t('pinWait')} ${String(Math.ceil(milliseconds / SECOND_MS))} ${t('seconds')}`;

/** The page on which a PIN is set; it shows the recovery code once. */
export const setLockPage = (): HTMLElement => {
  const box = h('section');
  const { fields, chosen } = newPin();
  const set = async (): Promise<void> => {
    const pin = chosen();
    if (pin === undefined) return;
    const code = await setUpLock(pin);
    fill(
      box,
      h('p', { class: 'state onLedger', role: 'status' }, t('lockSet')),
      h('h2', {}, t('recoveryCode')),
      h('p', { class: 'recovery code' }, code),
      h('p', {}, t('recoveryHint')),
      h('a', { class: 'button', attributes: { href: '#/' } }, t('recoveryKept')),
    );
  };
  fill(box, h('p', {}, t('lockHint')), ...fields, h('button', { onClick: set }, t('setLock')));
  return box;
};

const recoveryPart = (done: () => void): HTMLElement => {
  const box = h('section');
  const code = h('input', { attributes: { id: 'recovery', required: '', autocapitalize: 'characters' } });
  const { fields, chosen } = newPin();
  const open = async (): Promise<void> => {
    if (!code.reportValidity()) return;
    const pin = chosen();
    if (pin === undefined) return;
    if (await openByRecovery(code.value, pin)) done();
    else sayProblem(box, t('recoveryWrong'));
  };
  fill(
    box,
    h('p', {}, t('pinLost')),
    labelled(t('recoveryCode'), code),
    ...fields,
    h('button', { onClick: open }, t('openAndSet')),
  );
  return box;
};

/** The page that stands before all others; `done` is called when the phone is open. */
export const lockedPage = (done: () => void): HTMLElement => {
  const box = h('section');
  const pin = pinField('pin');
  const open = async (): Promise<void> => {
    if (!pin.reportValidity()) return;
    const opening = await openByPin(pin.value);
    pin.value = '';
    if (opening === 'open') done();
    else sayProblem(box, opening === 'wrong' ? t('pinWrong') : waitWords(opening.waitMs));
  };
  const forgotten = (): void => fill(box, recoveryPart(done));
  fill(
    box,
    h('p', {}, t('locked')),
    labelled('PIN', pin),
    h('button', { onClick: open }, t('open')),
    h('button', { class: 'plain', onClick: forgotten }, t('pinForgotten')),
  );
  void waiting().then((left) => {
    if (left > 0) sayProblem(box, waitWords(left));
  });
  return box;
};
