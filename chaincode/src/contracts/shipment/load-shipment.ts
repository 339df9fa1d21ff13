/** A shipment of a transaction: found, in the right state, with those whom it concerns. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { shipmentRecord, type ShipmentRecord } from '../../model/shipment/schemas.js';
import type { ShipmentState } from '../../model/shipment/states.js';
import type { ActTransaction } from '../act-transaction.js';

/** @throws SHIPMENT_NOT_FOUND */
export const loadShipment = async ({ state }: ActTransaction, shipment: string): Promise<ShipmentRecord> => {
  const record = await state.get(shipmentRecord, 'ship', shipment);
  if (record === undefined) throw new YaosuError('SHIPMENT_NOT_FOUND', { shipment });
  return record;
};

/** @throws STATE_WRONG */
export const assertState = ({ state, shipment }: ShipmentRecord, from: readonly ShipmentState[]): void => {
  if (!from.includes(state)) throw new YaosuError('STATE_WRONG', { shipment, state });
};

/** Writes what became of a shipment and says so. @returns its key */
export const putShipment = (
  tx: ActTransaction,
  record: ShipmentRecord,
  change: Partial<ShipmentRecord>,
  event: string,
): string => {
  const key = keyOf('ship', record.shipment);
  tx.state.put('ship', [record.shipment], { ...record, ...change });
  tx.emit(event, [key]);
  return key;
};
