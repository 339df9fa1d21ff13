import { describe, expect, test } from '@jest/globals';
import { common, msp } from '@hyperledger/fabric-protos';
import { MSP_IDS } from '../model/organisations.js';
import { goodsPolicy } from '../rules/goods-policy.js';
import { allOf, encodePolicy, oneOf, type SignaturePolicy } from './endorsement-policy.js';

const satisfied = (bytes: Uint8Array, organisations: readonly string[]): boolean => {
  const envelope = common.SignaturePolicyEnvelope.deserializeBinary(bytes);
  const peers = envelope.getIdentitiesList().map((principal) => {
    const role = msp.MSPRole.deserializeBinary(principal.getPrincipal_asU8());
    expect(principal.getPrincipalClassification()).toBe(msp.MSPPrincipal.Classification.ROLE);
    expect(role.getRole()).toBe(msp.MSPRole.MSPRoleType.PEER);
    return role.getMspIdentifier();
  });
  const holds = (rule: common.SignaturePolicy): boolean => {
    if (rule.getTypeCase() === common.SignaturePolicy.TypeCase.SIGNED_BY) {
      return organisations.includes(peers[rule.getSignedBy()] ?? '');
    }
    const of = rule.getNOutOf();
    return of !== undefined && of.getRulesList().filter(holds).length >= of.getN();
  };
  const rule = envelope.getRule();
  return rule !== undefined && holds(rule);
};

const subsets = MSP_IDS.reduce<string[][]>((all, id) => all.flatMap((set) => [set, [...set, id]]), [[]]);

describe('key-level policies', () => {
  test("encode a rule that Fabric's own protobuf reads back", () => {
    const policy: SignaturePolicy = oneOf(allOf({ peer: 'A' }, { peer: 'B' }), { peer: 'C' });
    expect(satisfied(encodePolicy(policy), ['A'])).toBe(false);
    expect(satisfied(encodePolicy(policy), ['A', 'B'])).toBe(true);
    expect(satisfied(encodePolicy(policy), ['C'])).toBe(true);
  });

  /** Written by hand: the sets that may change a batch of a CDMO made for a manufacturer. */
  const allowed = new Set([
    'CdmoMSP,ManufacturerMSP',
    'CdmoMSP,LogisticsMSP',
    'CdmoMSP,RegulatorMSP',
    'ManufacturerMSP,RegulatorMSP',
    'CdmoMSP,LogisticsMSP,ManufacturerMSP',
    'CdmoMSP,ManufacturerMSP,RegulatorMSP',
    'CdmoMSP,LogisticsMSP,RegulatorMSP',
    'LogisticsMSP,ManufacturerMSP,RegulatorMSP',
    'CdmoMSP,LogisticsMSP,ManufacturerMSP,RegulatorMSP',
  ]);

  test.each(subsets.map((set) => [[...set].sort().join()]))('of goods: {%s}', (set) => {
    const groups = goodsPolicy('CdmoMSP', ['CdmoMSP', 'ManufacturerMSP']);
    const bytes = encodePolicy(oneOf(...groups.map((group) => allOf(...group.map((peer) => ({ peer }))))));
    expect(satisfied(bytes, set.split(','))).toBe(allowed.has(set));
  });
});
