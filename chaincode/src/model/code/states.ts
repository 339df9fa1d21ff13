/** Closed lists of the code subject. */

/** Serials of one block of an issuer's permuted serial space; blocks are aligned. */
export const BLOCK_SIZE = 1_000;

/** A second code stands for its object, or does so no more. */
export const ALIAS_STATES = ['registered', 'withdrawn'] as const;

/** Second codes that one object may have. */
export const MAX_SECOND_CODES = 16;

/** How a list of codes came about: from reserved blocks, or brought from elsewhere. */
export const UNIQUENESS = ['proved', 'unproved'] as const;

/** Why a serial did not go out: its label was no good, or it was destroyed on the line. */
export const LINE_FATES = ['rejected', 'destroyed'] as const;
/** What was wrong with it. */
export const LINE_REASONS = ['unreadable', 'misprinted', 'damaged', 'missing', 'surplus'] as const;

/** What a code on a list of serialised goods stands for. */
export const OBJECT_KINDS = ['commission', 'case', 'pallet'] as const;
/** A container is packed, or was opened for good. */
export const OBJECT_STATES = ['packed', 'opened'] as const;

/** What became of a single unit. */
export const UNIT_STATES = ['dispensed', 'reversed', 'decommissioned'] as const;
/** One of {@link UNIT_STATES}. */
export type UnitState = (typeof UNIT_STATES)[number];

/** Act → states of a unit that it starts from; `untouched` has no record. */
export const UNIT_STEPS = {
  dispense: ['untouched', 'reversed'],
  recordDispensed: ['untouched', 'reversed'],
  reverse: ['dispensed'],
  decommission: ['untouched', 'reversed'],
} as const satisfies Readonly<Record<string, readonly (UnitState | 'untouched')[]>>;
/** An act on a unit. */
export type UnitStep = keyof typeof UNIT_STEPS;

/** Why a unit is taken out for ever. */
export const UNIT_FATES = ['destroyed', 'damaged', 'sampled', 'lost', 'stolen'] as const;

/** Why a pack was dispensed without asking the ledger first. */
export const OFFLINE_REASONS = ['noNetwork', 'emergency', 'systemDown', 'paper'] as const;
