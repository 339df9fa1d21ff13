/** States of stock and the purposes that goods may leave a shelf for. */

/** Status of a parcel, the holder's own: 待验, 合格, 不合格, 待处理, 退货. */
export const PARCEL_STATUSES = ['quarantine', 'acceptable', 'unacceptable', 'pending', 'returned'] as const;
/** One of {@link PARCEL_STATUSES}. */
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** What goods are wanted for. */
export const PURPOSES = [
  'use',
  'dispense',
  'sale',
  'transferUnderQuarantine',
  'sample',
  'returnToSupplier',
  'customerReturn',
  'recallReturn',
  'destruction',
  'export',
] as const;
/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];
