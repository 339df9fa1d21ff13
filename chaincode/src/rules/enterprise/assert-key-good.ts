import type { KeyRecord } from '../../model/enterprise/schemas.js';
import type { PartyRule } from '../../model/kernel/define-acts.js';
import { YaosuError } from '../../model/kernel/errors.js';

/**
 * Whether a key may sign in this part of an act at this time.
 * @param kinds key kinds that suffice for the act's signature class, undefined while the network is not open
 * @throws KEY_REVOKED, KEY_NOT_VALID, KEY_KIND_INSUFFICIENT, FUNCTION_MISSING
 */
export const assertKeyGood = (
  key: KeyRecord,
  rule: PartyRule,
  kinds: readonly string[] | undefined,
  at: string,
): void => {
  if (key.revokedAt !== null && at >= key.revokedAt) throw new YaosuError('KEY_REVOKED', { kid: key.kid });
  if (at < key.notBefore || at > key.notAfter) throw new YaosuError('KEY_NOT_VALID', { kid: key.kid });
  if (kinds === undefined || !kinds.includes(key.kind)) {
    throw new YaosuError('KEY_KIND_INSUFFICIENT', { kid: key.kid, kind: key.kind });
  }
  if (rule.functions.length > 0 && !rule.functions.some((name) => isAppointed(key, name, at))) {
    throw new YaosuError('FUNCTION_MISSING', { kid: key.kid, needed: rule.functions });
  }
};

/** Whether the key's person holds a function at this time. */
export const isAppointed = (key: Pick<KeyRecord, 'appointments'>, name: string, at: string): boolean =>
  key.appointments.some((held) => held.function === name && at >= held.notBefore && at <= held.notAfter);
