/** Policies in the words of Fabric's configuration and commands. */
import type { Policy } from '../embedded/definition.js';

/**
 * `OutOf(2,'AMSP.peer','BMSP.peer')`.
 * @throws Error for MAJORITY, which has no signature form: the channel's own policy says it
 */
export const signaturePolicy = (policy: Policy): string => {
  if (policy === 'MAJORITY') throw new Error('MAJORITY has no signature form');
  if ('peer' in policy) return `'${policy.peer}.peer'`;
  if ('member' in policy) return `'${policy.member}.member'`;
  return `OutOf(${[String(policy.n), ...policy.of.map(signaturePolicy)].join(',')})`;
};
