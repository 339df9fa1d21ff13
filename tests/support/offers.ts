/** Hand-overs that a driver signs alone, for a side that has no phone. */
import type { OfferPayload } from '@yaosu/chaincode/model/shipment/offer-schemas';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { offerCode, offeredCommand } from '@yaosu/chaincode/signing/offered-hand-over';
import { signed } from './actor.js';
import type { Name } from './cast.js';
import { freshId } from './payloads.js';
import { custodyPayload, type Underway } from './shipments.js';
import type { Stage } from './stage.js';

type Said = Omit<OfferPayload, 'code'>;

/** Who takes it, and what is said otherwise than usual. */
export interface Offering {
  readonly taker: Name;
  readonly change?: Partial<Said>;
}

const NONCE_DIGITS = 32;
const GIVER: Name = 'carrierDriver';

/** The whole command of an offer, for one key of the other side. */
export const wholeOf = (stage: Stage, said: Omit<Said, 'halves'>, taker: Name): Command =>
  offeredCommand(stage.network.ledgerId, said, stage.actor(GIVER), stage.actor(taker));

/** What a driver offers to somebody's desk, signed and under its code. */
export const offerPayload = (stage: Stage, underway: Underway, offering: Offering): OfferPayload => {
  const { taker, change = {} } = offering;
  const { counted, seals } = custodyPayload(underway.shipment, underway.lot) as Pick<
    Said,
    'counted' | 'seals'
  >;
  const terms = {
    shipment: underway.shipment,
    step: 'receive',
    taker: stage.actor(taker).enterprise,
    counted,
    seals,
    refusal: null,
    nonce: freshId().slice(0, NONCE_DIGITS),
    capturedAt: new Date().toISOString(),
    ...change,
  } as const;
  const { signature } = signed(wholeOf(stage, terms, taker), stage.actor(GIVER));
  const said = { ...terms, halves: [{ kid: stage.actor(taker).kid, signature }], ...change };
  return { code: offerCode(said), ...said };
};
