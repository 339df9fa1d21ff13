/** States of stock and the purposes that goods may leave a shelf for. */

/** Status of a parcel, the holder's own: 待验, 合格, 不合格, 待处理, 退货. */
export const PARCEL_STATUSES = ['quarantine', 'acceptable', 'unacceptable', 'pending', 'returned'] as const;
/** One of {@link PARCEL_STATUSES}. */
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** Status of goods that samples may be taken of. */
export const SAMPLED_STATUSES: readonly ParcelStatus[] = ['quarantine', 'acceptable', 'pending', 'returned'];

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

/** Why a stocktake found another quantity than the ledger. */
export const REASONS = ['miscount', 'breakage', 'spillage', 'drying', 'moisture', 'found', 'theft'] as const;
/** Reason → what it can explain. */
export const ADJUSTMENTS: Readonly<Record<(typeof REASONS)[number], readonly ('gain' | 'loss')[]>> = {
  miscount: ['gain', 'loss'],
  breakage: ['loss'],
  spillage: ['loss'],
  drying: ['loss'],
  moisture: ['gain'],
  found: ['gain'],
  theft: ['loss'],
};

/** What stock is used up for outside of a transform. */
export const CONSUMPTIONS = ['cleaning', 'lineTrial', 'calibration', 'testing', 'training'] as const;
