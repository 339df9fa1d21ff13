/** Checks by name; a check is whole when nothing speaks against it. */

/** What is checked of a bundle, in this order; terms where some were revealed. */
export const CHECKS = [
  'form',
  'ledger',
  'cosignatures',
  'log',
  'validity',
  'endorsements',
  'commands',
  'records',
  'order',
  'anchor',
  'terms',
  'event',
] as const;
/** One of them. */
export type CheckName = (typeof CHECKS)[number];

/** What a check has found. */
export interface Check {
  readonly check: CheckName;
  readonly ok: boolean;
  /** What was found right, or everything that is wrong. */
  readonly detail: string;
}

const MAX_SHOWN = 3;

/** A check from what speaks against it; without anything it says what was found. */
export const checked = (check: CheckName, problems: readonly string[], found: string): Check => {
  if (problems.length === 0) return { check, ok: true, detail: found };
  const more = problems.length > MAX_SHOWN ? ` (and ${String(problems.length - MAX_SHOWN)} more)` : '';
  return { check, ok: false, detail: problems.slice(0, MAX_SHOWN).join('; ') + more };
};
