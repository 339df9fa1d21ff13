/** Reads of authorities about firms: with a purpose or by an open case, and written down before they are answered. */
import type { CasePurpose } from '@yaosu/chaincode/model/authority/purposes';
import { splitKey, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { Caller } from '../access/caller.js';
import { isPublicType } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { ReadName } from '../api/reads.js';
import type { Services } from '../services.js';
import { openCasesOf } from '../trace/case-closure.js';

type Asked = Readonly<Record<string, unknown>>;

/** A read, or the question about a closure. */
type GuardedName = ReadName | 'closure';

/** A read as it was asked. */
export interface GuardedRead {
  readonly name: GuardedName;
  readonly params: Asked;
  readonly query: Asked;
  readonly caller: Caller;
  readonly services: Services;
}

interface Basis {
  readonly purpose: CasePurpose;
  readonly case: string | null;
}

/** Reads that show what everybody may know, or what the caller itself is and does: any other read is about firms. */
const FREE: readonly GuardedName[] = [
  'network',
  'enterprises',
  'enterprise',
  'enterpriseKeys',
  'stock',
  'validity',
  'qualityDesk',
  'bills',
  'bill',
  'tracePlatform',
  'identifiers',
  'identifier',
  'secondaryNode',
  'transactions',
  'blocks',
  'checkpoints',
  'trust',
  'operation',
  'session',
  'codeRanges',
  'codeDownloads',
  'packStatus',
  'serviceKey',
  'authorityReads',
  'demoLogins',
];

/** Without a purpose these would show nothing, and seem to say that there is nothing. */
const LISTS: readonly GuardedName[] = [
  'batches',
  'records',
  'tasks',
  'search',
  'alerts',
  'loads',
  'codeConflicts',
  'waiting',
];

/** What an authority itself does: its cases, what its gateway attests, how its commands ended. */
const OWN_TYPES: readonly KeyType[] = ['case', 'att', 'cmd'];

const typeOf = ({ params, query }: GuardedRead): KeyType | undefined => {
  const key = params['key'] ?? query['record'];
  if (typeof key === 'string') return splitKey(key)?.type;
  return query['type'] as KeyType | undefined;
};

/** Words that the caller itself has stored: those of others are asked for with the record that they go with. */
const isOwnStatement = ({ name, query }: GuardedRead): boolean =>
  name === 'statement' && query['record'] === undefined;

const isProtected = (read: GuardedRead): boolean => {
  if (FREE.includes(read.name) || isOwnStatement(read)) return false;
  const type = typeOf(read);
  return type === undefined || !(isPublicType(type) || OWN_TYPES.includes(type));
};

/** The purpose that was given, or that of the case by which the trail is open. */
const basisOf = async ({ params, query, caller, services }: GuardedRead): Promise<Basis | undefined> => {
  const asked = [params['id'], query['roots']].flat().filter((each) => typeof each === 'string');
  const cases = asked.length === 0 ? [] : await openCasesOf(services, caller);
  const opened = cases.find(({ batches }) => asked.every((each) => batches.has(each)));
  const purpose = caller.purpose ?? opened?.purpose;
  return purpose === undefined ? undefined : { purpose, case: opened?.case ?? null };
};

const refuseWithoutPurpose = (): never => {
  throw new ApiError('PURPOSE_REQUIRED');
};

/** What is not there and what is not theirs to see is answered alike: a purpose has to be given first. */
const runWithout = async (read: GuardedRead, run: () => Promise<object>): Promise<object> => {
  if (LISTS.includes(read.name)) return refuseWithoutPurpose();
  try {
    return await run();
  } catch (error) {
    if (error instanceof ApiError && error.code.endsWith('_NOT_FOUND')) return refuseWithoutPurpose();
    throw error;
  }
};

/**
 * Runs a read; those of firms as they are.
 * @throws ApiError PURPOSE_REQUIRED, and what the read itself refuses
 */
export const guardedRead = async (read: GuardedRead, run: () => Promise<object>): Promise<object> => {
  const { name, params, query, caller, services } = read;
  if (caller.authority === null || !isProtected(read)) return run();
  const basis = await basisOf(read);
  if (basis === undefined) return runWithout(read, run);
  const answer = await run();
  const { enterprise, kid, person, at } = caller;
  const asked = JSON.parse(JSON.stringify({ ...params, ...query })) as Record<string, unknown>;
  await services.readsJournal.append({ at, enterprise, kid, person, ...basis, read: name, asked });
  return answer;
};
