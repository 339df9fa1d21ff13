/** A hand-over that its giver signs alone, and what becomes of it. */
import type { CommandSignature } from '../../model/kernel/command.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { OfferPayload, ShipmentOffer } from '../../model/shipment/offer-schemas.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import { SHIPMENT_STEPS } from '../../model/shipment/states.js';
import { nodeVerifyPrimitive } from '../../signing/node-verify.js';
import { offerCode, offeredCommand } from '../../signing/offered-hand-over.js';
import { signedBytes } from '../../signing/command-bytes.js';
import { isSignedBy } from '../../signing/verify-signature.js';
import { signedByOf, signer, type ActTransaction } from '../act-transaction.js';
import { namedOn } from '../../rules/shipment/named-on.js';
import { redirectAfter } from '../../rules/shipment/redirects.js';

type Offering = ActTransaction<OfferPayload>;

/** What the consignee takes or refuses is its own to sign; another hand-over goes to anybody whom the shipment names. */
const assertTaker = ({ payload }: Offering, record: ShipmentRecord): void => {
  const { step, taker } = payload;
  const takers = step === 'handOver' ? namedOn(record) : [record.consignee];
  if (!takers.includes(taker)) throw new YaosuError('PARTY_NOT_CONCERNED', { enterprise: taker });
};

const assertHalves = async (tx: Offering): Promise<void> => {
  const { payload, command } = tx;
  const giver = signer(tx, 'giver');
  for (const { kid, signature } of payload.halves) {
    const whole = offeredCommand(command.ledgerId, payload, giver, { enterprise: payload.taker, kid });
    const half: CommandSignature = { alg: 'ES256', form: 'p1363', signature };
    const signed = { cmd: whole.cmd, bytes: signedBytes(whole) };
    if (await isSignedBy(signed, half, giver.key, nodeVerifyPrimitive)) continue;
    throw new YaosuError('SIGNATURE_INVALID', { role: 'giver' });
  }
};

/**
 * The offer as the shipment keeps it; one that comes after the load has moved on is overtaken already.
 * @throws SHIPMENT_CODE_WRONG, PARTY_NOT_CONCERNED, SIGNATURE_INVALID
 */
export const newOffer = async (tx: Offering, record: ShipmentRecord): Promise<ShipmentOffer> => {
  const { code, ...said } = tx.payload;
  if (offerCode(said) !== code) throw new YaosuError('SHIPMENT_CODE_WRONG', { code });
  assertTaker(tx, record);
  await assertHalves(tx);
  const { shipment: _, ...rest } = said;
  const giver = signedByOf(tx, 'giver');
  const from: readonly string[] = SHIPMENT_STEPS[said.step];
  const isMeant = said.step === 'handOver' || redirectAfter(record, said.capturedAt) === undefined;
  const isOpen = isMeant && record.holder === giver.enterprise && from.includes(record.state);
  const offer = { ...rest, code, giver };
  return isOpen ? { ...offer, state: 'open' } : { ...offer, state: 'overtaken', halves: [] };
};

/** An open offer once the load has moved: signed by the other side, or overtaken by another hand-over. */
export const endedOffer = ({ command }: ActTransaction, { offer }: ShipmentRecord): ShipmentOffer | null => {
  if (offer?.state !== 'open') return offer;
  return { ...offer, state: offer.nonce === command.nonce ? 'signed' : 'overtaken', halves: [] };
};

/** An open offer once the load is sent elsewhere: what its consignee was to take or refuse at the site before is overtaken. */
export const offerElsewhere = (tx: ActTransaction, record: ShipmentRecord): ShipmentOffer | null =>
  record.offer?.step === 'handOver' ? record.offer : endedOffer(tx, record);
