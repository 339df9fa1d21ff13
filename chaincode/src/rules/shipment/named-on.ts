import type { ShipmentRecord } from '../../model/shipment/schemas.js';

/** Enterprises that the shipment names: they may have the load, and their hosts vouch for it beside the owner's. */
export const namedOn = (
  record: Pick<ShipmentRecord, 'consignor' | 'carrier' | 'consignee' | 'contingencies'>,
): readonly string[] => [
  record.consignor,
  record.carrier,
  record.consignee,
  ...record.contingencies.map(({ enterprise }) => enterprise),
];

/** Enterprises that may tell what happens to the load: those named on it, and who has it. */
export const concernedBy = (
  record: Parameters<typeof namedOn>[0] & Pick<ShipmentRecord, 'holder'>,
): readonly string[] => [...namedOn(record), record.holder];
