import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Policy } from '../definition.js';
import { chooseEndorsers } from './choose-endorsers.js';
import { newPolicyTree } from './policy-tree.js';
import { satisfies, type Signatory } from './satisfies.js';

const ORGANISATIONS = ['A', 'B', 'C', 'D'];
const peer = (mspId: string) => ({ mspId, role: 'peer' as const });
const client = (mspId: string) => ({ mspId, role: 'client' as const });

describe('signature policies', () => {
  it.each([
    { name: 'its peer', policy: { peer: 'A' }, signatories: [peer('A')], isMet: true },
    { name: 'a client for a peer', policy: { peer: 'A' }, signatories: [client('A')], isMet: false },
    { name: 'a client for a member', policy: { member: 'A' }, signatories: [client('A')], isMet: true },
    { name: 'another organisation', policy: { member: 'A' }, signatories: [peer('B')], isMet: false },
    { name: 'two of four', policy: 'MAJORITY', signatories: [peer('A'), peer('B')], isMet: false },
    {
      name: 'three of four',
      policy: 'MAJORITY',
      signatories: [peer('A'), peer('B'), peer('D')],
      isMet: true,
    },
    {
      name: 'one signature for two principals',
      policy: { n: 2, of: [{ peer: 'A' }, { member: 'A' }] },
      signatories: [peer('A')],
      isMet: false,
    },
    {
      name: 'a greedy member that takes the only peer',
      policy: { n: 2, of: [{ member: 'A' }, { peer: 'A' }] },
      signatories: [peer('A'), client('A')],
      isMet: false,
    },
    { name: 'nobody for none of some', policy: { n: 0, of: [{ peer: 'A' }] }, signatories: [], isMet: true },
  ] satisfies { name: string; policy: Policy; signatories: Signatory[]; isMet: boolean }[])(
    '$name: $isMet',
    ({ policy, signatories, isMet }) => {
      expect(satisfies(newPolicyTree(policy, ORGANISATIONS), signatories)).toBe(isMet);
    },
  );

  it('are met by what is chosen for them, and by nothing smaller', () => {
    fc.assert(
      fc.property(fc.array(newPolicies(), { minLength: 1, maxLength: 3 }), (parts) => {
        const policies = parts.map((policy) => newPolicyTree(policy, ORGANISATIONS));
        const chosen = chooseEndorsers({ candidates: ORGANISATIONS, policies });
        const enough = subsets(ORGANISATIONS).filter((set) =>
          policies.every((policy) => satisfies(policy, set.map(peer))),
        );
        const sizes = enough.map((set) => set.length).filter((size) => size > 0);
        expect(chosen?.length).toBe(sizes.length === 0 ? undefined : Math.min(...sizes));
      }),
    );
  });
});

function newPolicies(): fc.Arbitrary<Policy> {
  const leaf = fc.constantFrom(...ORGANISATIONS).map((mspId): Policy => ({ peer: mspId }));
  const some = fc
    .tuple(fc.nat({ max: 4 }), fc.array(leaf, { minLength: 1, maxLength: 4 }))
    .map(([n, of]): Policy => ({ n, of }));
  return fc.oneof(leaf, some, fc.constant<Policy>('MAJORITY'));
}

function subsets(items: readonly string[]): string[][] {
  return items.reduce<string[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
