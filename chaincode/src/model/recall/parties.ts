/** Who acts in investigations and recalls. */
import type { PartyRule } from '../kernel/define-acts.js';

/** Batches of one command. */
export const MAX_BATCHES = 200;
/** Members of one part of the seal. */
export const MAX_MEMBERS = 500;

/** Whoever handles drugs. */
export const reporter: PartyRule = {
  roles: 'any',
  functions: [
    'pharmacist',
    'qualityManager',
    'qualifiedPerson',
    'receivingInspector',
    'warehouseKeeper',
    'inspector',
  ],
};
/** Who answers for a batch, or an authority. */
export const starter: PartyRule = {
  roles: ['mah', 'manufacturer', 'cdmo', 'supplier', 'authority'],
  functions: ['qualityManager', 'qualifiedPerson', 'inspector'],
};
/** An authority. */
export const inspector: PartyRule = { roles: ['authority'], functions: ['inspector'] };
/** The MAH, or an authority. */
export const opener: PartyRule = {
  roles: ['mah', 'authority'],
  functions: ['qualityManager', 'qualifiedPerson', 'inspector'],
};
/** Whoever holds or held recalled goods. */
export const responder: PartyRule = {
  roles: [
    'mah',
    'manufacturer',
    'cdmo',
    'wholesaler',
    'logistics3pl',
    'warehouse',
    'pharmacy',
    'hospital',
    'carrier',
  ],
  functions: ['pharmacist', 'qualityManager', 'qualifiedPerson', 'warehouseKeeper', 'dispatcher'],
};
/** A gateway's own key. */
export const host: PartyRule = { roles: 'any', functions: [] };
