/** Closed lists of the enterprise subject. */

/** What an enterprise may be in the network (several at once). */
export const ENTERPRISE_ROLES = [
  'mah',
  'manufacturer',
  'cdmo',
  'supplier',
  'wholesaler',
  'logistics3pl',
  'carrier',
  'warehouse',
  'pharmacy',
  'hospital',
  'testLab',
  'wasteGenerator',
  'wasteCarrier',
  'wasteDisposer',
  'authority',
] as const;
/** One of {@link ENTERPRISE_ROLES}. */
export type EnterpriseRole = (typeof ENTERPRISE_ROLES)[number];

/** Appointments of a person; `root` is the enterprise's own key, confirmed by the regulator. */
export const KEY_FUNCTIONS = [
  'root',
  'administrator',
  'qualifiedPerson',
  'qualityManager',
  'analyst',
  'reviewer',
  'production',
  'purchaser',
  'warehouseKeeper',
  'receivingInspector',
  'dispatcher',
  'driver',
  'escort',
  'pharmacist',
  'wasteKeeper',
  'inspector',
] as const;
/** One of {@link KEY_FUNCTIONS}. */
export type KeyFunction = (typeof KEY_FUNCTIONS)[number];

/** Where a private key lives, which decides for what it is good. */
export const KEY_KINDS = ['passkey', 'passkey-unattested', 'device', 'service', 'logger', 'host'] as const;
/** One of {@link KEY_KINDS}. */
export type KeyKind = (typeof KEY_KINDS)[number];

/** Types of the records that a key may be limited to: a recall, a shipment. */
export const LIMITED_TYPES = ['rec', 'ship'] as const;
/** One of {@link LIMITED_TYPES}. */
export type LimitedType = (typeof LIMITED_TYPES)[number];

/** Subjects of an authority. */
export const AUTHORITY_SUBJECTS = [
  'drug',
  'environment',
  'transport',
  'police',
  'customs',
  'health',
] as const;

/** Standing of a supplier's site on a buyer's approved list. */
export const APPROVALS = ['pending', 'approved', 'conditional', 'suspended', 'disqualified'] as const;

/** Kinds of licences and certificates (中文 names in the apps' dictionaries). */
export const LICENCE_KINDS = [
  'drugManufacturing',
  'gmpInspection',
  'drugDistribution',
  'materialRegistration',
  'euGmp',
  'cep',
  'fdaInspection',
  'hazardousWasteOperation',
  'dangerousGoodsTransport',
  'crossProvinceTransfer',
] as const;
