/** Goods of a load that had an excursion: the MAH's quality disposes of the load, not the warehouse. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import type { ParcelStatus } from '../../model/stock/states.js';

/** Where goods may go while their load is pending. */
const WHILE_PENDING: readonly ParcelStatus[] = ['pending', 'unacceptable'];

/** @throws LOAD_PENDING */
export const assertMayLeavePending = (
  result: ParcelStatus,
  condition: ShipmentRecord['condition'] | undefined,
): void => {
  if (condition === 'pending' && !WHILE_PENDING.includes(result)) throw new YaosuError('LOAD_PENDING');
};

/**
 * Status in which goods come onto the shelf: those of a pending load stay with it; those that a disposition has
 * cleared since they arrived wait for their inspection.
 */
export const onArrival = (
  status: ParcelStatus,
  { condition, shipment }: Pick<ShipmentRecord, 'condition' | 'shipment'>,
): Pick<ParcelRecord, 'status' | 'pendingWith'> => {
  if (condition === 'pending') return { status: 'pending', pendingWith: shipment };
  return { status: status === 'pending' ? 'quarantine' : status };
};
