/** The giver's side: shows an offer, reads the answer, signs, and shows the last code. */
import { SHIPMENT_STEPS } from '@yaosu/chaincode/model/shipment/states';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/device-key';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import type { Trip } from '../shipments/reference.js';
import { sayProblem } from '../ui/say-problem.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { commandOf, envelopeOf, hasSigned, newOffer } from './agree.js';
import { decodeMessage, encodeMessage, type OfferMessage } from './messages.js';
import { doneWords } from './done-words.js';
import { newQr } from './qr.js';

interface Giving {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly trip: Trip;
  readonly box: HTMLElement;
}

const countedOf = ({ lines }: Trip): OfferMessage['c'] =>
  lines.map(({ batch, quantity }) => ({ batch, quantity }));

const conclude = async (
  { session, outbox, trip, box }: Giving,
  offer: OfferMessage,
  code: string,
): Promise<void> => {
  const answer = decodeMessage(code);
  if (answer?.t !== 'answer' || answer.n !== offer.n) {
    sayProblem(box, t('notForYou'));
    return;
  }
  const command = commandOf(offer, answer.k);
  if (!(await hasSigned(command, answer.k, answer.s))) {
    sayProblem(box, t('signatureWrong'));
    return;
  }
  const { signature } = await signCommand(session.key, command);
  await outbox.add(`${t('give')} ${trip.noteNo}`, envelopeOf(command, signature, answer.s));
  const last = await newQr(encodeMessage({ t: 'final', n: offer.n, s: signature }));
  fill(box, h('p', {}, t('showThis')), last, ...doneWords());
};

const offerTo = async (giving: Giving, act: OfferMessage['a']): Promise<void> => {
  const { session, trip, box } = giving;
  const offer = newOffer(session, { a: act, s: trip.shipment, c: countedOf(trip), e: [...trip.seals] });
  let code: HTMLElement;
  try {
    code = await newQr(encodeMessage(offer));
  } catch {
    sayProblem(box, t('tooLong'));
    return;
  }
  const read = (text: string): Promise<void> => conclude(giving, offer, text);
  fill(box, h('p', {}, t('showThis')), code, h('h2', {}, t('scanAnswer')), newScanner(read));
};

const mayStep = ({ state }: Trip, step: OfferMessage['a']): boolean =>
  (SHIPMENT_STEPS[step] as readonly string[]).includes(state);

/** The page on which a load is given away. */
export const givePage = (session: DeviceSession, outbox: Outbox, trip: Trip): HTMLElement => {
  const box = h('section');
  const giving = { session, outbox, trip, box };
  const mayReceive = mayStep(trip, 'receive') && session.functions.includes('driver');
  const choices = [
    mayReceive && h('button', { onClick: () => offerTo(giving, 'receive') }, t('toConsignee')),
    mayStep(trip, 'handOver') && h('button', { onClick: () => offerTo(giving, 'handOver') }, t('toDriver')),
  ].filter((choice) => choice !== false);
  if (choices.length === 0) fill(box, h('p', { class: 'quiet' }, t('nothingNext')));
  else fill(box, h('h2', {}, t('giveTo')), ...choices);
  return box;
};
