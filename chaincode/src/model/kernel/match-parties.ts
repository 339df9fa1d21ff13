import type { PartyRule } from './define-acts.js';

/** The part of a party that decides where it belongs. */
interface Placed {
  readonly role: string;
}

/**
 * The rule of each party, in order: parties stand in the order of the act's table, optional ones may be missing.
 * @returns undefined when the parties are not those of the act
 */
export const matchParties = (
  rules: Readonly<Record<string, PartyRule>>,
  parties: readonly Placed[],
): readonly PartyRule[] | undefined => {
  const matched: PartyRule[] = [];
  for (const [role, rule] of Object.entries(rules)) {
    if (parties[matched.length]?.role === role) matched.push(rule);
    else if (!rule.optional) return undefined;
  }
  return matched.length === parties.length ? matched : undefined;
};
