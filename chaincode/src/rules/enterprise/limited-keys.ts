/** Keys that are good for one record alone: whoever holds one, by an invitation, answers that record and does nothing else. */
import type { KeyRecord, ProposedKey } from '../../model/enterprise/schemas.js';
import type { KeyFunction, LimitedType } from '../../model/enterprise/states.js';
import type { Act } from '../../model/kernel/define-acts.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { splitKey } from '../../model/kernel/keys.js';
import { millisecondsBetween } from '../../model/kernel/time.js';
import { recallActs } from '../../model/recall/acts.js';
import { shipmentActs } from '../../model/shipment/acts.js';

/** What a key that is good for a record of a type signs: these acts on it, in this part of them. */
interface Limit {
  readonly part: string;
  readonly acts: readonly Act[];
}

/** The one table of what limited keys sign; the record that an act is about is the subject of its command. */
export const LIMITS: Readonly<Record<LimitedType, Limit>> = {
  rec: { part: 'responder', acts: [recallActs.respond] },
  ship: { part: 'taker', acts: [shipmentActs.handOver, shipmentActs.receive, shipmentActs.refuse] },
};

/** Longest life of a limited key, in days. */
export const LIMITED_DAYS = 14;
const DAY_MS = 86_400_000;

const limitOf = (record: string): Limit | undefined =>
  Object.entries(LIMITS).find(([type]) => type === splitKey(record)?.type)?.[1];

/** Functions in which somebody answers a record of a type. */
export const limitedFunctions = (record: string): readonly KeyFunction[] => {
  const { part, acts } = limitOf(record) ?? { part: '', acts: [] };
  return [...new Set(acts.flatMap((act) => act.parties[part]?.functions ?? []))];
};

/** Where a key is to sign. */
export interface Signing {
  readonly act: Pick<Act, 'contract' | 'name'>;
  /** Part of the act. */
  readonly role: string;
  /** Key of the record that the command is about. */
  readonly subject: string;
}

/** Whether a key may sign here as far as its limit goes: on its one record, and there what the table says. */
export const isKeyForThis = (
  { onlyFor }: Pick<KeyRecord, 'onlyFor'>,
  { act, role, subject }: Signing,
): boolean => {
  if (onlyFor === null) return true;
  const limit = limitOf(onlyFor);
  if (onlyFor !== subject || limit?.part !== role) return false;
  return limit.acts.some(({ contract, name }) => contract === act.contract && name === act.name);
};

/** @throws KEY_NOT_FOR_THIS */
export const assertKeyForThis = (key: Pick<KeyRecord, 'kid' | 'onlyFor'>, signing: Signing): void => {
  if (!isKeyForThis(key, signing)) throw new YaosuError('KEY_NOT_FOR_THIS', { kid: key.kid });
};

const isShort = ({ notBefore, notAfter }: Pick<ProposedKey, 'notBefore' | 'notAfter'>): boolean =>
  millisecondsBetween(notBefore, notAfter) <= LIMITED_DAYS * DAY_MS;

/**
 * A limited key is a device's, a person's, appointed to one function of those who answer such a record, and lives for at most
 * {@link LIMITED_DAYS}.
 * @throws KEY_LIMIT_WRONG
 */
export const assertLimitFit = (key: ProposedKey, now: string): void => {
  const { onlyFor, kind, person, appointments, notAfter } = key;
  if (onlyFor === null) return;
  const [held, ...others] = appointments;
  const answers = held !== undefined && limitedFunctions(onlyFor).includes(held.function);
  const wrong = [
    ...(kind === 'device' && person !== null ? [] : ['kind']),
    ...(answers && others.length === 0 ? [] : ['function']),
    ...(isShort(key) && isShort({ notBefore: now, notAfter }) ? [] : ['period']),
  ];
  if (wrong.length > 0) throw new YaosuError('KEY_LIMIT_WRONG', { wrong });
};

/** What a limited key is for stays as it was admitted. @throws KEY_LIMIT_WRONG */
export const assertUnlimited = ({ onlyFor }: Pick<KeyRecord, 'onlyFor'>): void => {
  if (onlyFor !== null) throw new YaosuError('KEY_LIMIT_WRONG', { wrong: ['limited'] });
};
