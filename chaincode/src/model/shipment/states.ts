/** States of shipments and the contingencies they may name. */

/** A shipment's way (domain page, "Shipment and trip"). */
export const SHIPMENT_STATES = [
  'draft',
  'ready',
  'loaded',
  'inTransit',
  'arrived',
  'received',
  'partlyReceived',
  'refused',
  'returning',
  'returned',
  'lost',
  'closed',
] as const;
/** One of {@link SHIPMENT_STATES}. */
export type ShipmentState = (typeof SHIPMENT_STATES)[number];

/** What can be offered when the cold chain breaks, fixed and signed when the shipment is created. */
export const CONTINGENCY_KINDS = [
  'backupTruck',
  'qualifiedWarehouse',
  'otherRoute',
  'emergencyStock',
] as const;
