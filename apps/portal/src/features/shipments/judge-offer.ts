/** What the code of a hand-over that one side signed leads to. */
import { isSpokenCode, SPOKEN_LENGTH } from '@yaosu/chaincode/model/kernel/spoken-code';
import { millisecondsBetween } from '@yaosu/chaincode/model/kernel/time';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { OFFER_HOURS } from '@yaosu/chaincode/model/shipment/states';

const HOUR_MS = 3_600_000;

/** Why a hand-over cannot be signed here. */
export type OfferProblem = 'signed' | 'overtaken' | 'expired' | 'foreign' | 'notYours';

/** Whether a code is still being typed, wrong, or to be looked for. */
export const judgeCode = (code: string): 'short' | 'wrong' | 'right' => {
  if (code.length < SPOKEN_LENGTH) return 'short';
  return isSpokenCode(code) ? 'right' : 'wrong';
};

/** Who would sign it, and when. */
interface Signing {
  readonly enterprise: string;
  readonly kid: string;
  readonly at: string;
}

/** Why this person does not sign an offer; undefined when nothing stands against it. */
export const problemOfOffer = (
  offer: NonNullable<ShipmentRecord['offer']>,
  { enterprise, kid, at }: Signing,
): OfferProblem | undefined => {
  if (offer.state !== 'open') return offer.state;
  if (millisecondsBetween(offer.capturedAt, at) > OFFER_HOURS * HOUR_MS) return 'expired';
  if (offer.taker !== enterprise) return 'foreign';
  return offer.halves.some((half) => half.kid === kid) ? undefined : 'notYours';
};
