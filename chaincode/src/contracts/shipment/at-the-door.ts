/** What is said at a consignee's door: of the way that the load is on, or of one that it was sent away from since. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { ShipmentRecord, ShipmentRedirect } from '../../model/shipment/schemas.js';
import { SHIPMENT_STEPS } from '../../model/shipment/states.js';
import { isArrivalLate } from '../../rules/shipment/is-arrival-late.js';
import { signer, type ActTransaction } from '../act-transaction.js';
import { claimantsOf, requireHeld } from './custody.js';
import { endedOffer } from './offer-hand-over.js';

type Change = Partial<ShipmentRecord>;
type Arrival = NonNullable<ShipmentRecord['arrival']>;
type Refusal = NonNullable<ShipmentRecord['refusal']>;

/** The load is there; told after its receipt, the arrival is added to it. */
export const arriveNow = async (
  tx: ActTransaction,
  record: ShipmentRecord,
  arrival: Arrival,
): Promise<Change> => {
  if (isArrivalLate(record, signer(tx, 'driver').enterprise, tx.at)) return { arrival };
  await requireHeld(tx, record, SHIPMENT_STEPS.arrive);
  return { state: 'arrived', arrival };
};

/** The consignee does not take the load. */
export const refuseNow = async (
  tx: ActTransaction,
  record: ShipmentRecord,
  refusal: Refusal,
): Promise<Change> => {
  await requireHeld(tx, record, SHIPMENT_STEPS.refuse);
  return { state: 'refused', refusal, offer: endedOffer(tx, record) };
};

/**
 * The same of a way that a redirect has ended: it stays with that redirect, and the load goes on to where it is sent now.
 * Said twice, or by who has not had the load, it is a dispute.
 */
export const tellBefore = async (
  tx: ActTransaction,
  record: ShipmentRecord,
  redirect: ShipmentRedirect,
  told: { readonly arrival: Arrival } | { readonly refusal: Refusal },
): Promise<Change> => {
  const { shipment, state, holder, lastHandOver, redirects } = record;
  const claimants = claimantsOf(tx);
  const [giver = ''] = claimants;
  await tx.judgement.whereabouts([...claimants, holder], () => {
    if (giver !== holder && giver !== lastHandOver?.giver.enterprise)
      throw new YaosuError('SHIPMENT_HELD_ELSEWHERE', { shipment });
    const isSaid = 'arrival' in told ? redirect.arrival !== null : redirect.refusal !== null;
    if (isSaid) throw new YaosuError('STATE_WRONG', { shipment, state });
  });
  return { redirects: redirects.map((each) => (each === redirect ? { ...each, ...told } : each)) };
};
