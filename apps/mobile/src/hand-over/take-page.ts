/** The taker's side: reads an offer, shows what it says, signs, shows the answer, and reads the last code. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import { goodsLine, type Reference } from '../shipments/reference.js';
import { sayProblem } from '../ui/say-problem.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { answerTo, commandOf, envelopeOf, hasSigned, signatoryOf } from './agree.js';
import { decodeMessage, encodeMessage, type AnswerMessage, type OfferMessage } from './messages.js';
import { doneWords } from './done-words.js';
import { newQr } from './qr.js';

interface Taking {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly reference: Reference;
  readonly box: HTMLElement;
}

const conclude = async (
  { session, outbox, reference, box }: Taking,
  offer: OfferMessage,
  answer: AnswerMessage,
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
  await outbox.add(
    `${t('take')} ${trip?.noteNo ?? offer.s.slice(0, 8)}`,
    envelopeOf(command, last.s, answer.s),
  );
  fill(box, ...doneWords());
};

const accept = async (taking: Taking, offer: OfferMessage): Promise<void> => {
  const answer = await answerTo(taking.session, offer);
  const read = (text: string): Promise<void> => conclude(taking, offer, answer, text);
  fill(
    taking.box,
    h('p', {}, t('showThis')),
    await newQr(encodeMessage(answer)),
    h('h2', {}, t('scanFinal')),
    newScanner(read),
  );
};

/** What is offered, with the words of the trip where this phone knows it. */
const offered = ({ reference }: Taking, offer: OfferMessage): HTMLElement => {
  const trip = reference.trips.find(({ shipment }) => shipment === offer.s);
  const lines = offer.c.map((counted) => {
    const unit = trip?.lines.find(({ batch }) => batch === counted.batch)?.unit;
    return h('p', {}, goodsLine(unit === undefined ? counted : { ...counted, unit }, reference));
  });
  const seals = offer.e.length === 0 ? null : h('p', {}, `${t('seals')}: ${offer.e.join(', ')}`);
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, reference.names[offer.g.e] ?? offer.g.e),
    trip !== undefined && h('p', {}, `${t('note')} ${trip.noteNo}`),
    ...lines,
    seals,
  );
};

const showOffer = (taking: Taking, offer: OfferMessage): void => {
  const take = h('button', { onClick: () => accept(taking, offer) }, t('take'));
  fill(taking.box, offered(taking, offer), take);
};

/** The page on which a load is taken over. */
export const takePage = (
  session: DeviceSession,
  outbox: Outbox,
  reference: Reference,
  code?: string,
): HTMLElement => {
  const box = h('section');
  const taking = { session, outbox, reference, box };
  const read = (text: string): void => {
    const offer = decodeMessage(text);
    if (offer?.t !== 'offer') sayProblem(box, t('notForYou'));
    else if (offer.l !== session.ledgerId) sayProblem(box, t('notForYou'));
    else showOffer(taking, offer);
  };
  fill(box, h('p', {}, t('takeHint')), newScanner(read));
  if (code !== undefined) read(code);
  return box;
};
