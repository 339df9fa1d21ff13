/** Who signs, for whom, with which key: the same checks for every act. */
import type { WorldState } from '../ledger/world-state.js';
import { keyRecord, proposedKey, type KeyRecord, type ProposedKey } from '../model/enterprise/schemas.js';
import type { Act, PartyRule } from '../model/kernel/define-acts.js';
import type { Envelope, Party } from '../model/kernel/command.js';
import { YaosuError } from '../model/kernel/errors.js';
import { kindsRecord } from '../model/network/schemas.js';
import { assertKeyGood } from '../rules/enterprise/assert-key-good.js';
import { fromBase64url } from '../signing/bytes.js';
import { kidOf } from '../signing/command-bytes.js';
import { nodeVerifyPrimitive } from '../signing/node-verify.js';
import { isSignedBy } from '../signing/verify-signature.js';
import type { Signer } from './act-transaction.js';

/** Signers by role. @throws PARTIES_WRONG, KEY_…, FUNCTION_MISSING, SIGNATURE_INVALID, PARTY_ROLE_MISSING, PERSONS_NOT_DISTINCT */
export const checkSigners = async (
  act: Act,
  { command, signatures }: Envelope,
  state: WorldState,
  now: string,
): Promise<Readonly<Record<string, Signer>>> => {
  const rules = Object.entries(act.parties);
  assertPartiesMatch(rules, command.parties, signatures.length);
  const kinds = act.signature === 'root' ? undefined : await state.get(kindsRecord, 'set', 'kinds');
  const signers: Signer[] = [];
  for (const [i, [role, rule]] of rules.entries()) {
    const party = command.parties[i];
    const signature = signatures[i];
    if (party === undefined || signature === undefined) throw new YaosuError('PARTIES_WRONG');
    const key = rule.introduced ? introducedKey(party, command.payload) : await knownKey(party, state);
    if (!rule.introduced) {
      const at = act.kind === 'fact' ? command.capturedAt : now;
      assertKeyGood(
        key as KeyRecord,
        rule,
        kinds?.[act.signature as keyof typeof kinds] as readonly string[] | undefined,
        at,
      );
    }
    if (!(await isSignedBy(command, signature, key, nodeVerifyPrimitive))) {
      throw new YaosuError('SIGNATURE_INVALID', { role });
    }
    await assertRoleHeld(rule, party, state);
    signers.push({ role, enterprise: party.enterprise, kid: party.kid, key });
  }
  assertPersonsDistinct(act, signers);
  return Object.fromEntries(signers.map((signer) => [signer.role, signer]));
};

const assertPartiesMatch = (
  rules: readonly (readonly [string, PartyRule])[],
  parties: readonly Party[],
  signatures: number,
): void => {
  const matches =
    parties.length === rules.length &&
    signatures === rules.length &&
    rules.every(([role], i) => parties[i]?.role === role);
  if (!matches) throw new YaosuError('PARTIES_WRONG', { expected: rules.map(([role]) => role) });
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

const assertRoleHeld = async (rule: PartyRule, party: Party, state: WorldState): Promise<void> => {
  if (rule.roles === 'any') return;
  for (const role of rule.roles) if (await state.has('role', party.enterprise, role)) return;
  throw new YaosuError('PARTY_ROLE_MISSING', { enterprise: party.enterprise, needed: rule.roles });
};

const assertPersonsDistinct = (act: Act, signers: readonly Signer[]): void => {
  const persons = signers
    .filter((signer) => !act.parties[signer.role]?.introduced)
    .map((signer) => `${signer.enterprise}~${signer.key.person ?? signer.kid}`);
  if (new Set(persons).size !== persons.length) throw new YaosuError('PERSONS_NOT_DISTINCT');
};
