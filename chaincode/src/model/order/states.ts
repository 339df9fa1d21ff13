/** States of an order, and which licence its supplier needs. */
import type { EnterpriseRole, LICENCE_KINDS } from '../enterprise/states.js';

/** Way of an order (domain page, "Orders and tasks"). */
export const ORDER_STATES = ['placed', 'confirmed', 'shipped', 'received', 'short', 'refused'] as const;

/** What the supplier is → the licence that must be in force at its site on the day of ordering; first match decides. */
export const LICENCE_NEEDED: readonly (readonly [EnterpriseRole, (typeof LICENCE_KINDS)[number]])[] = [
  ['supplier', 'materialRegistration'],
  ['manufacturer', 'drugManufacturing'],
  ['cdmo', 'drugManufacturing'],
  ['mah', 'drugManufacturing'],
  ['wholesaler', 'drugDistribution'],
];

/** Buyers that order by their approved list. */
export const LISTED_BUYERS: readonly EnterpriseRole[] = ['mah', 'manufacturer', 'cdmo'];

/** Why a supplier is not qualified. */
export const DISQUALIFICATIONS = [
  'notListed',
  'otherSupplier',
  'otherSite',
  'otherMaterial',
  'standing',
  'role',
  'licence',
] as const;
/** One of {@link DISQUALIFICATIONS}. */
export type Disqualification = (typeof DISQUALIFICATIONS)[number];
