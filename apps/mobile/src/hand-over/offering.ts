/** The giver's dialogue: shows an offer that changes every minute, reads the answer, signs, and shows the last code. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import type { Evidence } from '../outbox/entry.js';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import type { Reference, Trip } from '../shipments/reference.js';
import { sayProblem } from '../ui/say-problem.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { commandOf, envelopeOf, hasSigned, newOffer } from './agree.js';
import { doneWords } from './done-words.js';
import { decodeMessage, encodeMessage, type AnswerMessage, type OfferMessage } from './messages.js';
import { Offers } from './offers.js';
import { noPhoneButton } from './no-phone.js';
import { newQr } from './qr.js';
import { otherSeals } from './read-seals.js';
import { sealsOf } from './seals.js';
import { isUnfit, standingOf, UNFIT } from './standing-of.js';
import { takerProblem } from './taker-problem.js';

/** Who gives what, and where it is shown. */
export interface Giving {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly trip: Trip;
  readonly reference: Reference;
  readonly box: HTMLElement;
}

/** What is given or refused, what proves the reason, and the seals where they are not as recorded. */
export interface Given {
  readonly goods: Pick<OfferMessage, 'a' | 'c' | 'w'>;
  readonly evidence?: Evidence;
  readonly seals?: readonly string[];
}

const PROBLEMS = { expired: 'offerExpired', foreign: 'notForYou' } as const;

/** Why an answer is not taken; undefined for a good one. */
const problemOf = async (
  offers: Offers,
  { reference, session, trip }: Giving,
  answer: AnswerMessage,
): Promise<Parameters<typeof t>[0] | undefined> => {
  const judged = offers.judge(answer);
  if (judged !== 'fresh') return PROBLEMS[judged];
  const isSigned = await hasSigned(commandOf(offers.current(), answer.k), answer.k, answer.s);
  if (!isSigned) return 'signatureWrong';
  const standing = standingOf(answer.k, reference, session);
  if (isUnfit(standing)) return UNFIT[standing];
  return takerProblem(trip, offers.current().a, answer.k, reference);
};

const conclude = async (giving: Giving, given: Given, offers: Offers, code: string): Promise<void> => {
  const { session, outbox, trip, box } = giving;
  const answer = decodeMessage(code);
  const problem = answer?.t === 'answer' ? await problemOf(offers, giving, answer) : 'notForYou';
  if (answer?.t !== 'answer' || problem !== undefined) {
    sayProblem(box, t(problem ?? 'notForYou'));
    return;
  }
  const command = commandOf(offers.current(), answer.k);
  const { signature } = await signCommand(session.key, command);
  const title = t(given.goods.a === 'refuse' ? 'refuse' : 'give');
  await outbox.add(`${title} ${trip.noteNo}`, envelopeOf(command, signature, answer.s), given.evidence);
  const last = await newQr(encodeMessage({ t: 'final', n: answer.n, s: signature }));
  fill(box, h('p', {}, t('showThis')), last, ...doneWords());
};

/** Shows the present offer for as long as the dialogue is open. */
const keepShowing = async (shown: HTMLElement, offers: Offers): Promise<void> => {
  fill(shown, await newQr(encodeMessage(offers.current())));
  setTimeout(() => {
    if (shown.isConnected) void keepShowing(shown, offers);
  }, offers.remaining());
};

/** The way to say that the doors bear other seals than the record; null where none are given away. */
const sealsButton = (giving: Giving, given: Given): HTMLElement | null => {
  const { trip, box } = giving;
  if (given.goods.a === 'refuse' || trip.seals.length === 0) return null;
  const read = (): void =>
    fill(
      box,
      otherSeals(trip.seals, (seals) => offerTo(giving, { ...given, seals })),
    );
  return h('button', { class: 'plain', onClick: read }, t('sealsOtherwise'));
};

/** Opens the dialogue. */
export const offerTo = async (giving: Giving, given: Given): Promise<void> => {
  const { session, trip, box } = giving;
  const goods = { ...given.goods, s: trip.shipment, e: [...sealsOf(trip, given)] };
  const offers = new Offers(
    () => newOffer(session, goods),
    () => performance.now(),
  );
  const shown = h('div');
  try {
    await keepShowing(shown, offers);
  } catch {
    sayProblem(box, t('tooLong'));
    return;
  }
  const read = (text: string): Promise<void> => conclude(giving, given, offers, text);
  const hint = h('p', { class: 'quiet' }, t('changesEveryMinute'));
  const without = noPhoneButton(giving, given);
  const otherwise = sealsButton(giving, given);
  fill(
    box,
    h('p', {}, t('showThis')),
    shown,
    hint,
    h('h2', {}, t('scanAnswer')),
    newScanner(read),
    otherwise,
    without,
  );
};
