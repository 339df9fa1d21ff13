/** Who signs, for whom, with which key: the same checks for every act. */
import type { WorldState } from '../ledger/world-state.js';
import { keyRecord, proposedKey, type KeyRecord, type ProposedKey } from '../model/enterprise/schemas.js';
import type { EnterpriseRole } from '../model/enterprise/states.js';
import type { Act, PartyRule } from '../model/kernel/define-acts.js';
import type { CommandSignature, Party } from '../model/kernel/command.js';
import { YaosuError, type ErrorCode } from '../model/kernel/errors.js';
import { matchParties } from '../model/kernel/match-parties.js';
import { kindsRecord } from '../model/network/schemas.js';
import { ORGANISATIONS, type MspId } from '../model/organisations.js';
import { assertKeyGood } from '../rules/enterprise/assert-key-good.js';
import { assertKeyForThis } from '../rules/enterprise/limited-keys.js';
import { fromBase64url } from '../signing/bytes.js';
import { kidOf } from '../signing/command-bytes.js';
import { nodeVerifyPrimitive } from '../signing/node-verify.js';
import { isSignedBy } from '../signing/verify-signature.js';
import type { ActTransaction, Signer } from './act-transaction.js';
import type { ParsedEnvelope } from './parse-envelope.js';

/** A party of a fact whose key was not good when the fact was captured: the enterprise has to countersign. */
export interface Doubt {
  readonly code: ErrorCode;
  readonly enterprise: string;
}

/** Signers by role, and the doubts in keys of facts, which are recorded all the same. */
export interface CheckedSigners {
  readonly signers: Readonly<Record<string, Signer>>;
  readonly doubts: readonly Doubt[];
}

/** Where and when a command is judged. */
export type SigningPlace = Pick<ActTransaction, 'state' | 'now' | 'creatorMsp'>;

/** @throws PARTIES_WRONG, KEY_…, FUNCTION_MISSING, SIGNATURE_INVALID, PARTY_ROLE_MISSING, PERSONS_NOT_DISTINCT */
export const checkSigners = async (
  act: Act,
  { command, signatures, signed: bytes }: ParsedEnvelope,
  place: SigningPlace,
): Promise<CheckedSigners> => {
  const { state, now } = place;
  const rules = matchParties(act.parties, command.parties);
  if (rules === undefined || signatures.length !== rules.length) {
    throw new YaosuError('PARTIES_WRONG', { expected: Object.keys(act.parties) });
  }
  const signed = { cmd: command.cmd, bytes };
  const kinds = act.signature === 'root' ? undefined : await state.get(kindsRecord, 'set', 'kinds');
  const sufficient = kinds?.[act.signature as keyof typeof kinds] as readonly string[] | undefined;
  const at = act.kind === 'fact' ? command.capturedAt : now;
  const signers: Signer[] = [];
  const doubts: Doubt[] = [];
  for (const [i, party] of command.parties.entries()) {
    const rule = rules[i] as PartyRule;
    const key = rule.introduced ? introducedKey(party, command.payload) : await knownKey(party, state);
    if (!rule.introduced) {
      assertKeyForThis(key, { act, role: party.role, subject: command.subject.key });
      doubts.push(...judgeKey(act, key as KeyRecord, rule, sufficient, at));
    }
    if (!(await isSignedBy(signed, signatures[i] as CommandSignature, key, nodeVerifyPrimitive))) {
      throw new YaosuError('SIGNATURE_INVALID', { role: party.role });
    }
    await assertRoleHeld(rule, party, place);
    signers.push({ role: party.role, enterprise: party.enterprise, kid: party.kid, key });
  }
  assertPersonsDistinct(act, signers);
  return { signers: Object.fromEntries(signers.map((signer) => [signer.role, signer])), doubts };
};

const DOUBTS: readonly ErrorCode[] = ['KEY_REVOKED', 'KEY_NOT_VALID'];

/** A permission needs a good key; a fact under a key that was revoked, expired or compromised goes to review. */
const judgeKey = (
  act: Act,
  key: KeyRecord,
  rule: PartyRule,
  kinds: readonly string[] | undefined,
  at: string,
): readonly Doubt[] => {
  try {
    assertKeyGood(key, rule, kinds, at);
  } catch (error) {
    const isDoubt = error instanceof YaosuError && DOUBTS.includes(error.code);
    if (act.kind !== 'fact' || !isDoubt) throw error;
    return [{ code: error.code, enterprise: key.enterprise }];
  }
  const isCompromised = act.kind === 'fact' && key.compromisedSince !== null && at >= key.compromisedSince;
  return isCompromised ? [{ code: 'KEY_REVOKED', enterprise: key.enterprise }] : [];
};

const introducedKey = (party: Party, payload: Readonly<Record<string, unknown>>): ProposedKey => {
  const proposed = proposedKey.safeParse(payload['key']);
  if (!proposed.success) throw new YaosuError('KEY_UNKNOWN', { kid: party.kid });
  const actual = kidOf(fromBase64url(proposed.data.publicKey));
  if (actual !== party.kid || proposed.data.kid !== party.kid)
    throw new YaosuError('KEY_ID_WRONG', { kid: party.kid });
  return proposed.data;
};

const knownKey = async (party: Party, state: WorldState): Promise<KeyRecord> => {
  const key = await state.get(keyRecord, 'key', party.kid);
  if (key === undefined) throw new YaosuError('KEY_UNKNOWN', { kid: party.kid });
  if (key.enterprise !== party.enterprise) throw new YaosuError('KEY_FOREIGN', { kid: party.kid });
  return key;
};

const assertRoleHeld = async (
  rule: PartyRule,
  party: Party,
  { state, creatorMsp }: SigningPlace,
): Promise<void> => {
  if (rule.roles === 'any') return;
  for (const role of likelyFirst(rule.roles, creatorMsp)) {
    if (await state.has('role', party.enterprise, role)) return;
  }
  throw new YaosuError('PARTY_ROLE_MISSING', { enterprise: party.enterprise, needed: rule.roles });
};

/** Most parties are hosted where the command comes from: one read finds the role that its host admits. */
const likelyFirst = (roles: readonly EnterpriseRole[], creatorMsp: MspId): readonly EnterpriseRole[] => {
  const hosted = ORGANISATIONS.find(({ mspId }) => mspId === creatorMsp)?.hosts ?? [];
  const isHosted = (role: EnterpriseRole): boolean => hosted.includes(role);
  return [...roles.filter(isHosted), ...roles.filter((role) => !isHosted(role))];
};

const assertPersonsDistinct = (act: Act, signers: readonly Signer[]): void => {
  const persons = signers
    .filter((signer) => !act.parties[signer.role]?.introduced)
    .map((signer) => `${signer.enterprise}~${signer.key.person ?? signer.kid}`);
  if (new Set(persons).size !== persons.length) throw new YaosuError('PERSONS_NOT_DISTINCT');
};
