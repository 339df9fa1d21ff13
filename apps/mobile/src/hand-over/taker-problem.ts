import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { namedOn } from '@yaosu/chaincode/rules/shipment/named-on';
import type { Day, Trip } from '../shipments/reference.js';
import type { OfferMessage } from './messages.js';

/** Why somebody does not take a load → name of the sentence. */
export type TakerProblem = 'firmNotNamed' | 'notAppointed';

/** Firms that may take a step of a trip: whom the shipment names, or its consignee alone. */
const takersOf = (trip: Trip, step: OfferMessage['a']): readonly string[] =>
  step === 'handOver' ? [...namedOn(trip), trip.holder] : [trip.consignee];

/** What the ledger would refuse the other side for, said before anybody signs; undefined where nothing is known against it. */
export const takerProblem = (
  trip: Trip,
  step: OfferMessage['a'],
  { e, k }: Pick<OfferMessage['g'], 'e' | 'k'>,
  { keys }: Pick<Day, 'keys'>,
): TakerProblem | undefined => {
  if (!takersOf(trip, step).includes(e)) return 'firmNotNamed';
  const needed: readonly string[] = shipmentActs[step].parties['taker']?.functions ?? [];
  const held = keys[k]?.functions;
  return held === undefined || held.some((each) => needed.includes(each)) ? undefined : 'notAppointed';
};
