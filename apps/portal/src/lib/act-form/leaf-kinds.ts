/** How single values are asked for. */

/**
 * - `statement`: free text that goes to the vault; its salted digest is signed.
 * - `code`: a printed code or number; its plain digest is signed, so that others find the same.
 * - `logger`: a device by model and serial number; the id that its exports lead to is signed.
 * - `ownProduct`, `ownMaterial`, `ownSerials`: a number of the firm's own; its HMAC under the firm's secret is signed.
 * - `sscc`: the 18 digits of a case or pallet; the hash of the code is signed.
 * - `newId`: 256 random bits, made here and asked of nobody.
 * - the rest of the ids are chosen from lists.
 */
export type LeafKind =
  | 'text'
  | 'day'
  | 'instant'
  | 'decimal'
  | 'grams'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'constant'
  | 'gln'
  | 'parcel'
  | 'digest'
  | 'statement'
  | 'code'
  | 'logger'
  | 'newId'
  | 'sscc'
  | OpaqueKind
  | ChoiceKind;

/** Numbers of the firm's own that nobody else can guess from the ledger. */
export type OpaqueKind = 'ownProduct' | 'ownMaterial' | 'ownSerials';

/** Ids that are chosen from a list. */
export type ChoiceKind =
  | 'batch'
  | 'enterprise'
  | 'shipment'
  | 'order'
  | 'stream'
  | 'drum'
  | 'manifest'
  | 'document'
  | 'profile'
  | 'approval'
  | 'material'
  | 'qualityRecord'
  | 'packedIn';

/** Field → kind, where the schema says only that it is a digest or an id. */
export const KINDS_BY_NAME: Readonly<Record<string, LeafKind>> = {
  shipment: 'shipment',
  returns: 'shipment',
  order: 'order',
  stream: 'stream',
  streams: 'stream',
  drum: 'drum',
  drums: 'drum',
  manifest: 'manifest',
  document: 'document',
  approval: 'approval',
  material: 'material',
  from: 'packedIn',
  about: 'qualityRecord',
  record: 'qualityRecord',
  product: 'profile',
  sample: 'digest',
  commitment: 'digest',
  sealed: 'digest',
  kid: 'digest',
  unit: 'digest',
  commission: 'digest',
  container: 'digest',
  hold: 'digest',
  episode: 'digest',
  dispute: 'digest',
  loggers: 'logger',
  logger: 'logger',
};

/** Ids that are chosen from a list. */
export const CHOICE_KINDS: readonly LeafKind[] = [
  'batch',
  'enterprise',
  'gln',
  'shipment',
  'order',
  'stream',
  'drum',
  'manifest',
  'document',
  'profile',
  'approval',
  'material',
  'qualityRecord',
  'packedIn',
];
