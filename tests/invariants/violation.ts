/** Invariants of the network that blocks and journals can prove (I1 to I9). */
export const INVARIANTS = {
  I1: 'every acknowledged write is there exactly once',
  I2: 'one effect per command',
  I3: 'header chain, data hashes and validation flags are valid',
  I4: 'the read model is the fold of the ledger',
  I5: 'parcels balance per batch and unit',
  I6: 'only legal transitions',
  I7: 'every unit has exactly one holder',
  I8: 'a logger’s sequence is contiguous or has a gap record',
  I9: 'the audit trail tells of every command',
} as const;
/** Names an invariant. */
export type Invariant = keyof typeof INVARIANTS;

/** An invariant that does not hold, and where. */
export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}
