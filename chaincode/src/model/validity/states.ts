/** Closed lists about what runs out. */
import { LICENCE_KINDS } from '../enterprise/states.js';

/** What is good until a day: licences and certificates, an audit of a supplier, a grant, a key, a function, a calibration. */
export const PAPER_KINDS = [
  ...LICENCE_KINDS,
  'supplierAudit',
  'documentGrant',
  'key',
  'appointment',
  'calibration',
] as const;
/** One of {@link PAPER_KINDS}. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/**
 * What becomes of an act that asks for a paper which has run out: it is refused; a fact is recorded with a deviation; a way out is
 * passed over for the next one; readings count as not proven.
 */
export const EFFECTS = ['refused', 'deviates', 'passedOver', 'notProven'] as const;
/** One of {@link EFFECTS}. */
export type Effect = (typeof EFFECTS)[number];
