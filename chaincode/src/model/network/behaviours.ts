/**
 * How rules change without a break: the code of a new version goes on as the version before until the ledger says otherwise, so that
 * both endorse the same while organisations bring in the new one (docs/ledger-model.md, "Behaviour").
 */

/** Contract → the newest behaviour of it that this code has; a contract that is not named has its first one alone. */
export const BEHAVIOURS = {
  /** 2: a dispute has an endorsement policy of its own, that of its owners. */
  Dispute: 2,
} as const satisfies Readonly<Record<string, number>>;

/** A contract whose rules have changed. */
export type ChangedContract = keyof typeof BEHAVIOURS;

/** Behaviours that a code has, by contract. */
export type Behaviours = Readonly<Record<string, number>>;

/** The behaviour of the first version of every contract. */
export const FIRST_BEHAVIOUR = 1;
