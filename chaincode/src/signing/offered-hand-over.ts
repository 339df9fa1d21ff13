/** The one command of a hand-over from what its giver offers: the same bytes on phones, at desks and on peers. */
import type { Command, Party } from '../model/kernel/command.js';
import { spokenCodeOf } from '../model/kernel/spoken-code.js';
import { shipmentActs } from '../model/shipment/acts.js';
import type { OfferPayload } from '../model/shipment/offer-schemas.js';
import { sha256Hex } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { newCommand } from './new-command.js';

/** What a hand-over says, whoever takes it. */
export type Offered = Pick<
  OfferPayload,
  'shipment' | 'step' | 'counted' | 'seals' | 'refusal' | 'nonce' | 'capturedAt'
>;

/** Who stands on one side. */
export type Side = Pick<Party, 'enterprise' | 'kid'>;

const payloadOf = ({ step, shipment, counted, seals, refusal }: Offered): Record<string, unknown> => {
  if (step === 'refuse') return { shipment, reason: refusal?.reason, evidence: refusal?.evidence };
  const goods = { shipment, counted, seals };
  return step === 'handOver' ? { ...goods, at: null } : goods;
};

/** The command that both sides sign. */
export const offeredCommand = (ledgerId: string, offered: Offered, giver: Side, taker: Side): Command =>
  newCommand({
    act: shipmentActs[offered.step],
    ledgerId,
    parties: [
      { role: 'giver', enterprise: giver.enterprise, kid: giver.kid },
      { role: 'taker', enterprise: taker.enterprise, kid: taker.kid },
    ],
    payload: payloadOf(offered),
    seenHash: null,
    nonce: offered.nonce,
    capturedAt: offered.capturedAt,
  });

/** The code of an offer: it follows from all that the giver signed. */
export const offerCode = (offer: Omit<OfferPayload, 'code'>): string =>
  spokenCodeOf(sha256Hex(canonicalJson(offer)));
