/** States and kinds of batches. */

/** What a batch is (domain page, "Batch"). */
export const BATCH_KINDS = [
  'startingMaterial',
  'excipient',
  'packaging',
  'intermediate',
  'api',
  'bulk',
  'packed',
] as const;
/** One of {@link BATCH_KINDS}. */
export type BatchKind = (typeof BATCH_KINDS)[number];

/** Quality's verdict on a batch, written by the quality side alone. */
export const DISPOSITIONS = ['inProcess', 'quarantine', 'released', 'rejected'] as const;
/** Whether the marketing authorisation holder has released it for the market. */
export const MARKETS = ['none', 'released'] as const;

/** Control classes; their codes are the Chinese lists' own. */
export const CONTROL_CLASSES = [
  'none',
  'narcotic',
  'psychotropic1',
  'psychotropic2',
  'toxic',
  'precursor1',
  'precursor2',
  'precursor3',
  'explosivePrecursor',
  'highlyToxic',
] as const;

/** Storage classes; their limits are data of the product's profile. */
export const STORAGE_CLASSES = ['ambient', 'cool', 'cold', 'frozen', 'deepFrozen'] as const;

/** Which roles may register a batch of a kind. */
export const REGISTRANTS: Readonly<Record<BatchKind, readonly string[]>> = {
  startingMaterial: ['supplier', 'manufacturer', 'cdmo'],
  excipient: ['supplier', 'manufacturer', 'cdmo'],
  packaging: ['supplier', 'manufacturer', 'cdmo'],
  intermediate: ['manufacturer', 'cdmo', 'supplier'],
  api: ['manufacturer', 'cdmo', 'supplier'],
  bulk: ['manufacturer', 'cdmo'],
  packed: ['manufacturer', 'cdmo'],
};

/** Why a process gave less than went in. */
export const LOSSES = ['process', 'sampling', 'lineClearance', 'spillage', 'reject', 'waste'] as const;
