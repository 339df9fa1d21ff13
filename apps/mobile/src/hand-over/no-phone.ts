/** The way out when the other side has no phone: the driver signs alone and gives a code, to be said or on paper. */
import { sayProblem } from '../ui/say-problem.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { leadingTo } from '../ui/leading-to.js';
import { newOffer } from './agree.js';
import { deskOf, keysOfDesk, signAlone } from './alone.js';
import type { Given, Giving } from './offering.js';
import { sealsOf } from './seals.js';

const sign = async (giving: Giving, given: Given, firm: string): Promise<void> => {
  const { session, outbox, trip, reference, box } = giving;
  const { goods, evidence } = given;
  const leadOn = leadingTo(`#/copy/${trip.shipment}`);
  const kids = keysOfDesk(reference, firm, { a: goods.a, s: trip.shipment });
  if (kids.length === 0) {
    sayProblem(box, t('deskUnknown'));
    return;
  }
  const offer = newOffer(session, { ...goods, s: trip.shipment, e: [...sealsOf(trip, given)] });
  const { envelope } = await signAlone(session, offer, { firm, kids });
  await outbox.add(`${t('signedAlone')} ${trip.noteNo}`, envelope, evidence);
  leadOn();
};

/** The button, where a desk can sign later; null where both sides have to be there. */
export const noPhoneButton = (giving: Giving, given: Given): HTMLElement | null => {
  const { session, trip } = giving;
  const firm = deskOf(trip, given.goods.a);
  if (firm === undefined || firm === session.enterprise || !session.functions.includes('driver')) return null;
  return h('button', { class: 'plain', onClick: () => sign(giving, given, firm) }, t('noPhone'));
};
