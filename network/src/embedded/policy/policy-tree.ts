import { common, msp } from '@hyperledger/fabric-protos';
import type { Role } from '../msp/members.js';
import type { Policy } from '../definition.js';

/** A signature policy ready to be evaluated. */
export type PolicyTree =
  | { readonly mspId: string; readonly role: Role }
  | { readonly n: number; readonly of: readonly PolicyTree[] };

const { MSPRoleType } = msp.MSPRole;

const ROLE_OF: ReadonlyMap<number, Role> = new Map([
  [MSPRoleType.MEMBER, 'member'],
  [MSPRoleType.ADMIN, 'admin'],
  [MSPRoleType.CLIENT, 'client'],
  [MSPRoleType.PEER, 'peer'],
  [MSPRoleType.ORDERER, 'orderer'],
]);

/** The tree of a policy as a chaincode definition writes it. */
export function newPolicyTree(policy: Policy, organisations: readonly string[]): PolicyTree {
  if (policy === 'MAJORITY') return majority(organisations);
  if ('peer' in policy) return { mspId: policy.peer, role: 'peer' };
  if ('member' in policy) return { mspId: policy.member, role: 'member' };
  return { n: policy.n, of: policy.of.map((part) => newPolicyTree(part, organisations)) };
}

/** More than half of the organisations, each by its peer: the channel's Endorsement policy. */
export function majority(organisations: readonly string[]): PolicyTree {
  return {
    n: Math.floor(organisations.length / 2) + 1,
    of: organisations.map((mspId) => ({ mspId, role: 'peer' })),
  };
}

const CAPACITY = 1_000;
/** Few policies guard many keys. */
const known = new Map<string, PolicyTree>();

/**
 * The tree of `common.SignaturePolicyEnvelope` bytes, as key-level policies are stored.
 * @throws when the bytes are no such envelope or name a principal that is not a role.
 */
export function parsePolicyTree(bytes: Uint8Array): PolicyTree {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = known.get(text);
  if (found !== undefined) return found;
  const tree = parseEnvelope(bytes);
  if (known.size >= CAPACITY) known.clear();
  known.set(text, tree);
  return tree;
}

function parseEnvelope(bytes: Uint8Array): PolicyTree {
  const envelope = common.SignaturePolicyEnvelope.deserializeBinary(bytes);
  const principals = envelope.getIdentitiesList().map(parsePrincipal);
  const rule = envelope.getRule();
  if (rule === undefined) throw new Error('The signature policy has no rule');
  return parseRule(rule, principals);
}

function parseRule(rule: common.SignaturePolicy, principals: readonly PolicyTree[]): PolicyTree {
  const nOutOf = rule.getNOutOf();
  if (nOutOf)
    return { n: nOutOf.getN(), of: nOutOf.getRulesList().map((part) => parseRule(part, principals)) };
  const principal = principals[rule.getSignedBy()];
  if (principal === undefined)
    throw new Error('The signature policy names an identity that it does not list');
  return principal;
}

function parsePrincipal(principal: msp.MSPPrincipal): PolicyTree {
  if (principal.getPrincipalClassification() !== msp.MSPPrincipal.Classification.ROLE) {
    throw new Error('Only role principals are supported');
  }
  const role = msp.MSPRole.deserializeBinary(principal.getPrincipal_asU8());
  const name = ROLE_OF.get(role.getRole());
  if (name === undefined) throw new Error(`Unknown role ${String(role.getRole())}`);
  return { mspId: role.getMspIdentifier(), role: name };
}
