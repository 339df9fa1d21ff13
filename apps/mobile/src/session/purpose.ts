/** Why an authority's person reads on this phone: chosen, never presumed, and forgotten with the session. */
import { CASE_PURPOSES } from '@yaosu/chaincode/model/authority/purposes';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { api } from '../lib/api.js';
import { t } from '../texts/texts.js';
import { purposeWord } from '../texts/words.js';
import { h } from '../ui/h.js';

const STORED = 'yaosu-phone-purpose';

const chosen = (): string => localStorage.getItem(STORED) ?? '';

const isAuthority = ({ roles }: Pick<DeviceSession, 'roles'>): boolean => roles.includes('authority');

/** Gives the reads of a session the purpose that was chosen; firms need none. */
export const givePurpose = (session: Pick<DeviceSession, 'roles'>): void =>
  api.setPurpose(isAuthority(session) && chosen() !== '' ? chosen() : undefined);

/** Nobody reads under the purpose of somebody else. */
export const forgetPurpose = (): void => {
  localStorage.removeItem(STORED);
  api.setPurpose(undefined);
};

/** Where an authority's person says why it reads; null for firms. `done` is called when a purpose was chosen. */
export const purposeChoice = (session: DeviceSession, done: () => void): HTMLElement | null => {
  if (!isAuthority(session)) return null;
  const option = (value: string, text: string): HTMLElement =>
    h('option', { attributes: { value, ...(value === chosen() ? { selected: '' } : {}) } }, text);
  const select = h(
    'select',
    {
      attributes: { id: 'purpose' },
      onChange: () => {
        localStorage.setItem(STORED, select.value);
        givePurpose(session);
        done();
      },
    },
    option('', t('choosePurpose')),
    ...CASE_PURPOSES.map((each) => option(each, purposeWord(each))),
  );
  const hint = h('p', { class: 'quiet' }, t('purposeHint'));
  return h('section', {}, h('label', { attributes: { for: 'purpose' } }, t('purpose')), select, hint);
};
