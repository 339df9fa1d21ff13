import type { ShipmentRecord } from '../../model/shipment/schemas.js';

const RECEIVED: readonly ShipmentRecord['state'][] = ['received', 'partlyReceived'];

/**
 * Whether an arrival reaches the ledger after the receipt at the same door, because the driver's phone was out of reach:
 * said by the firm that gave the load, of a time not after the receipt, and not said before.
 */
export const isArrivalLate = (
  { state, arrival, lastHandOver }: Pick<ShipmentRecord, 'state' | 'arrival' | 'lastHandOver'>,
  enterprise: string,
  at: string,
): boolean =>
  RECEIVED.includes(state) &&
  arrival === null &&
  lastHandOver?.giver.enterprise === enterprise &&
  at <= lastHandOver.at;
