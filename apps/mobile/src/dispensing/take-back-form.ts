/** The pharmacist's side of a reversal: asks why, shows the request, reads the answer, signs and sends. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { askSecond, type SecondAsked } from '../hand-over/ask-second.js';
import type { Outbox } from '../outbox/outbox.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { knownCounter } from './counter.js';
import { siteSelect } from './site-select.js';
import { newTakeBack, takeBackCommand } from './take-back.js';

/** A pack that was dispensed here. */
export interface Dispensed {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly gtin: string;
  readonly serial: string;
}

const MAX_WORDS = '200';

/** Begins a reversal in place of what a box held. */
export const showTakeBack = async (dispensed: Dispensed, box: HTMLElement): Promise<void> => {
  const { session, outbox, gtin, serial } = dispensed;
  const site = siteSelect(session.enterprise, await knownCounter(session.enterprise));
  const reason = h('textarea', { attributes: { id: 'why', required: '', maxlength: MAX_WORDS } });
  const ask = async (): Promise<void> => {
    if (!site.reportValidity() || !reason.reportValidity()) return;
    const said = { gtin, serial, site: site.value, reason: reason.value.trim() };
    const request = await newTakeBack(session, said);
    const commandOf: SecondAsked['commandOf'] = (second) => takeBackCommand(request, second);
    await askSecond({ session, outbox, request, commandOf, title: `${t('takeBack')} ${serial}` }, box);
  };
  fill(
    box,
    h('p', { class: 'quiet' }, t('takeBackHint')),
    h('label', { attributes: { for: site.id } }, t('counter')),
    site,
    h('label', { attributes: { for: reason.id } }, t('reason')),
    reason,
    h('button', { onClick: ask }, t('signAndShow')),
  );
};
