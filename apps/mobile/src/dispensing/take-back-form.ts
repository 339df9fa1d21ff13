/** The pharmacist's side of a reversal: asks why, shows the request, reads the answer, signs and sends. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/device-key';
import { envelopeOf, hasSigned } from '../hand-over/agree.js';
import { decodeMessage, encodeMessage, type TakeBackMessage } from '../hand-over/messages.js';
import { newQr } from '../hand-over/qr.js';
import { liveCard } from '../outbox/entry-card.js';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { sayProblem } from '../ui/say-problem.js';
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

const conclude = async (
  { session, outbox, serial }: Dispensed,
  request: TakeBackMessage,
  text: string,
  box: HTMLElement,
): Promise<void> => {
  const answer = decodeMessage(text);
  if (answer?.t !== 'answer' || answer.n !== request.n) {
    sayProblem(box, t('notForYou'));
    return;
  }
  const command = takeBackCommand(request, answer.k);
  if (!(await hasSigned(command, answer.k, answer.s))) {
    sayProblem(box, t('signatureWrong'));
    return;
  }
  const { signature } = await signCommand(session.key, command);
  await outbox.add(`${t('takeBack')} ${serial}`, envelopeOf(command, signature, answer.s));
  fill(box, liveCard(outbox, command.cmd));
};

const MAX_WORDS = '200';

/** Begins a reversal in place of what a box held. */
export const showTakeBack = async (dispensed: Dispensed, box: HTMLElement): Promise<void> => {
  const { session, gtin, serial } = dispensed;
  const site = siteSelect(session.enterprise, await knownCounter(session.enterprise));
  const reason = h('textarea', { attributes: { id: 'why', required: '', maxlength: MAX_WORDS } });
  const ask = async (): Promise<void> => {
    if (!site.reportValidity() || !reason.reportValidity()) return;
    const said = { gtin, serial, site: site.value, reason: reason.value.trim() };
    const request = await newTakeBack(session, said);
    const code = await newQr(encodeMessage(request));
    const read = (text: string): Promise<void> => conclude(dispensed, request, text, box);
    fill(box, h('p', {}, t('showThis')), code, h('h2', {}, t('scanAnswer')), newScanner(read));
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
