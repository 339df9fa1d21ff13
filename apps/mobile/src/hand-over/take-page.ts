/** The taker's side: reads an offer, shows what it says, signs, shows the answer, and reads the last code. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import type { Reference } from '../shipments/reference.js';
import { sayProblem } from '../ui/say-problem.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { answerTo, commandOf, envelopeOf, hasSigned, signatoryOf } from './agree.js';
import { decodeMessage, encodeMessage, type OfferMessage } from './messages.js';
import { doneWords } from './done-words.js';
import { offerCard } from './offer-card.js';
import { forgetPending, keepPending, type PendingTake } from './pending.js';
import { newQr } from './qr.js';
import { readSeals } from './read-seals.js';
import { isUnfit, standingOf, UNFIT } from './standing-of.js';

interface Taking {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly reference: Reference;
  readonly box: HTMLElement;
}

/** What the taker's phone begins with: nothing, an offer that was scanned elsewhere, or what waits for the other side. */
export interface TakeBegin {
  readonly code?: string | undefined;
  readonly pending?: PendingTake | undefined;
}

const conclude = async (
  { session, outbox, reference, box }: Taking,
  { offer, answer }: PendingTake,
  code: string,
): Promise<void> => {
  const last = decodeMessage(code);
  if (last?.t !== 'final' || last.n !== offer.n) {
    sayProblem(box, t('notForYou'));
    return;
  }
  const command = commandOf(offer, signatoryOf(session));
  if (!(await hasSigned(command, offer.g, last.s))) {
    sayProblem(box, t('signatureWrong'));
    return;
  }
  const trip = reference.trips.find(({ shipment }) => shipment === offer.s);
  const title = t(offer.a === 'refuse' ? 'refuse' : 'take');
  await outbox.add(`${title} ${trip?.noteNo ?? offer.s.slice(0, 8)}`, envelopeOf(command, last.s, answer.s));
  await forgetPending(offer.n);
  fill(box, ...doneWords());
};

const showAnswer = async (taking: Taking, pending: PendingTake): Promise<void> => {
  const read = (text: string): Promise<void> => conclude(taking, pending, text);
  fill(
    taking.box,
    h('p', { class: 'state onDevice', role: 'status' }, t('oneSided')),
    h('p', {}, t('showThis')),
    await newQr(encodeMessage(pending.answer)),
    h('h2', {}, t('scanFinal')),
    newScanner(read),
  );
};

const accept = async (taking: Taking, offer: OfferMessage): Promise<void> => {
  const pending = { offer, answer: await answerTo(taking.session, offer) };
  await keepPending(pending);
  await showAnswer(taking, pending);
};

const showOffer = (taking: Taking, offer: OfferMessage): void => {
  const { session, reference, box } = taking;
  const standing = standingOf(offer.g, reference, session);
  if (offer.l !== session.ledgerId) sayProblem(box, t('notForYou'));
  else if (isUnfit(standing)) sayProblem(box, t(UNFIT[standing]));
  else {
    const sign = h(
      'button',
      { onClick: () => accept(taking, offer) },
      t(offer.a === 'refuse' ? 'refuse' : 'take'),
    );
    const note = standing === 'unknown' && h('p', { class: 'quiet' }, t('keyUnknown'));
    const isChecked = offer.a !== 'refuse' && offer.e.length > 0;
    fill(box, offerCard(reference, offer), note, isChecked ? readSeals(offer.e, sign) : sign);
  }
};

/** The page on which a load is taken over, or refused by its consignee. */
export const takePage = (
  session: DeviceSession,
  outbox: Outbox,
  reference: Reference,
  { code, pending }: TakeBegin,
): HTMLElement => {
  const box = h('section');
  const taking = { session, outbox, reference, box };
  const read = (text: string): void => {
    const offer = decodeMessage(text);
    if (offer?.t === 'offer') showOffer(taking, offer);
    else sayProblem(box, t('notForYou'));
  };
  fill(box, h('p', {}, t('takeHint')), newScanner(read));
  if (code !== undefined) read(code);
  if (pending !== undefined) void showAnswer(taking, pending);
  return box;
};
