/** The taker's side of waste on the road: what comes, every drum scanned, the labels read, then the signature. */
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { isUnfit, standingOf, UNFIT } from '../hand-over/standing-of.js';
import { encodeMessage, type WasteOfferMessage } from '../hand-over/messages.js';
import { newQr } from '../hand-over/qr.js';
import { DANGER_WORDS } from '../safety/danger-words.js';
import { maySign } from '../session/may-sign.js';
import type { Reference } from '../shipments/reference.js';
import { sentenceOf } from '../texts/sentence-of.js';
import { language, t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { drumCheck } from './drum-check.js';
import { carrierProblem } from './gate.js';
import { answerWasteOffer } from './road-hand-over.js';

const problem = (text: string): HTMLElement => h('p', { class: 'problem', role: 'alert' }, text);

/** Why this person does not take it; undefined where nothing is known against it. */
const refusalOf = (
  session: DeviceSession,
  reference: Reference,
  offer: WasteOfferMessage,
): string | undefined => {
  if (offer.l !== session.ledgerId || !maySign(session, wasteActs.handOver, 'taker')) return t('notForYou');
  const standing = standingOf(offer.g, reference, session);
  if (isUnfit(standing)) return t(UNFIT[standing]);
  const found = carrierProblem(reference, session.enterprise, offer.k, offer.at);
  return found && `${t('doNotLoad')} ${sentenceOf(found)}`;
};

const offerFacts = ({ names }: Reference, offer: WasteOfferMessage): HTMLElement =>
  h(
    'div',
    { class: 'card' },
    h('h3', {}, `${offer.c} · ${String(offer.d.length)} ${t('drums')}`),
    h('p', {}, `${t('givenBy')}: ${names[offer.g.e] ?? offer.g.e}`),
    h('p', {}, `${t('nextVehicle')}: ${offer.v}`),
    ...offer.k.map((each) =>
      h(
        'p',
        { class: 'state refused' },
        `${t('dangerClass')} ${each} · ${DANGER_WORDS[each].name[language()]}`,
      ),
    ),
  );

/** The page on which the next driver signs. */
export const roadSecond = async (
  session: DeviceSession,
  reference: Reference,
  offer: WasteOfferMessage,
): Promise<HTMLElement> => {
  const refused = refusalOf(session, reference, offer);
  if (refused !== undefined) return problem(refused);
  const box = h('section');
  const sign = async (): Promise<void> => {
    const code = await newQr(encodeMessage(await answerWasteOffer(session, offer)));
    fill(box, h('p', {}, t('showThis')), code);
  };
  const next = h('section', {}, h('button', { onClick: sign }, t('take')));
  const check = await drumCheck({ name: `${offer.m}/${offer.n}`, drums: offer.d, code: offer.c, next });
  fill(box, offerFacts(reference, offer), check);
  return box;
};
