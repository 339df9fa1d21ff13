import type { Role } from '../msp/members.js';
import type { PolicyTree } from './policy-tree.js';

/** Who signed. */
export interface Signatory {
  readonly mspId: string;
  readonly role: Role;
}

/**
 * Whether signatures satisfy a policy. As in Fabric the evaluation is greedy: each principal takes the first unused
 * signature that fits, in the order of the policy, and never gives it back.
 */
export function satisfies(policy: PolicyTree, signatories: readonly Signatory[]): boolean {
  return take(policy, signatories, new Set()) !== undefined;
}

/** The signatures used once the policy is satisfied, undefined when it is not. */
function take(
  policy: PolicyTree,
  signatories: readonly Signatory[],
  used: ReadonlySet<Signatory>,
): ReadonlySet<Signatory> | undefined {
  if ('mspId' in policy) {
    const found = signatories.find((signatory) => !used.has(signatory) && fits(signatory, policy));
    return found && new Set(used).add(found);
  }
  let taken = used;
  let count = 0;
  for (const part of policy.of) {
    const next = take(part, signatories, taken);
    if (next === undefined) continue;
    taken = next;
    count += 1;
  }
  return count >= policy.n ? taken : undefined;
}

function fits(signatory: Signatory, principal: Signatory): boolean {
  if (signatory.mspId !== principal.mspId) return false;
  return principal.role === 'member' || principal.role === signatory.role;
}
