/** The giver signs alone: for every key of the other side that may take it, so that whoever comes to its desk can sign. */
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { MAX_HALVES, type OfferPayload } from '@yaosu/chaincode/model/shipment/offer-schemas';
import { offerCode } from '@yaosu/chaincode/signing/offered-hand-over';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { signOwn } from '@yaosu/identity/keys/own-command';
import type { Day, Trip } from '../shipments/reference.js';
import { commandOf, offeredOf } from './agree.js';
import type { OfferMessage } from './messages.js';

/**
 * The firm whose desk may sign later: the consignee, or the consignor whose refused goods come home; undefined where both
 * sides have to be there.
 */
export const deskOf = (
  { state, consignee, consignor }: Pick<Trip, 'state' | 'consignee' | 'consignor'>,
  step: OfferMessage['a'],
): string | undefined => {
  if (step !== 'handOver') return consignee;
  return state === 'refused' ? consignor : undefined;
};

/** Keys of a firm that may take a step of a shipment, as this phone knows them; those of invitations to it as well. */
export const keysOfDesk = (
  { keys }: Pick<Day, 'keys'>,
  firm: string,
  { a: step, s: shipment }: Pick<OfferMessage, 'a' | 's'>,
): string[] => {
  const needed: readonly string[] = shipmentActs[step].parties['taker']?.functions ?? [];
  return Object.entries(keys)
    .filter(([, { enterprise, isRevoked }]) => enterprise === firm && !isRevoked)
    .filter(([, { onlyFor = keyOf('ship', shipment) }]) => onlyFor === keyOf('ship', shipment))
    .filter(([, { functions }]) => functions.some((held) => needed.includes(held)))
    .map(([kid]) => kid)
    .sort()
    .slice(0, MAX_HALVES);
};

/** An offer signed for these keys of a firm: the command that takes it to the ledger, and its code. */
export const signAlone = async (
  session: DeviceSession,
  offer: OfferMessage,
  { firm, kids }: { readonly firm: string; readonly kids: readonly string[] },
): Promise<{ readonly envelope: Envelope; readonly code: string }> => {
  const halves: OfferPayload['halves'] = [];
  for (const kid of kids) {
    const { signature } = await signCommand(session.key, commandOf(offer, { e: firm, k: kid }));
    halves.push({ kid, signature });
  }
  const said = { ...offeredOf(offer), taker: firm, halves };
  const payload: OfferPayload = { ...said, code: offerCode(said) };
  const envelope = await signOwn(session, { act: shipmentActs.offer, payload, seenHash: null });
  return { envelope, code: payload.code };
};
