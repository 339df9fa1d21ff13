/** Refusals of the stock subject. */
export const STOCK_ERRORS = [
  'PARCEL_SERIALISED',
  'PARCEL_STATUS_UNFIT',
  'PARCELS_INSUFFICIENT',
  'PICKS_STALE',
  'UNIT_MISMATCH',
] as const;
