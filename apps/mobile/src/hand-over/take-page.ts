/** The taker's side: reads an offer, shows what it says, signs, shows the answer, and reads the last code. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import { sayProblem } from '../ui/say-problem.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { answerTo, commandOf, envelopeOf, hasSigned, signatoryOf } from './agree.js';
import { decodeMessage, encodeMessage, type AnswerMessage, type OfferMessage } from './messages.js';
import { newQr } from './qr.js';

interface Taking {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly box: HTMLElement;
}

const conclude = async (
  { session, outbox, box }: Taking,
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
  await outbox.add(`${t('take')} ${offer.s.slice(0, 8)}`, envelopeOf(command, last.s, answer.s));
  fill(box, h('p', { class: 'state onLedger', role: 'status' }, t('done')));
};

const accept = async (taking: Taking, offer: OfferMessage): Promise<void> => {
  const answer = await answerTo(taking.session, offer);
  const read = (text: string): void => void conclude(taking, offer, answer, text);
  fill(
    taking.box,
    h('p', {}, t('showThis')),
    await newQr(encodeMessage(answer)),
    h('h2', {}, t('scanFinal')),
    newScanner(read),
  );
};

const showOffer = (taking: Taking, offer: OfferMessage, names: Readonly<Record<string, string>>): void => {
  const lines = offer.c.map(({ batch, quantity }) =>
    h('p', { class: 'code' }, `${quantity} × ${batch.slice(0, 12)}…`),
  );
  const seals = offer.e.length === 0 ? null : h('p', {}, `${t('seals')}: ${offer.e.join(', ')}`);
  fill(
    taking.box,
    h('div', { class: 'card' }, h('h3', {}, names[offer.g.e] ?? offer.g.e), ...lines, seals),
    h('button', { onClick: () => accept(taking, offer) }, t('take')),
  );
};

/** The page on which a load is taken over. */
export const takePage = (
  session: DeviceSession,
  outbox: Outbox,
  names: Readonly<Record<string, string>>,
  code?: string,
): HTMLElement => {
  const box = h('section');
  const taking = { session, outbox, box };
  const read = (text: string): void => {
    const offer = decodeMessage(text);
    if (offer?.t !== 'offer') sayProblem(box, t('notForYou'));
    else if (offer.l !== session.ledgerId) sayProblem(box, t('notForYou'));
    else showOffer(taking, offer, names);
  };
  fill(box, h('h2', {}, t('take')), newScanner(read));
  if (code !== undefined) read(code);
  return box;
};
