/** What a session of a limited key reads: the one record that it answers, and what is needed to answer it. Nothing else. */
import type { LimitedType } from '@yaosu/chaincode/model/enterprise/states';
import { keyOf, splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { ApiError } from '../api/api-error.js';
import type { ReadName } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import { recordValue } from '../projection/directory.js';
import type { Caller } from './caller.js';

type Value = Readonly<Record<string, unknown>>;

/** What is asked of a read, and the record that the session is for. */
interface Asked {
  readonly params: Value;
  readonly query: Value;
  readonly enterprise: string;
  /** Id of the record. */
  readonly id: string;
  readonly record: Value;
}
type Allows = (asked: Asked) => boolean;

const always: Allows = () => true;

/** Sites of who invites, and of whom its record names. */
const ofItsFirms: Allows = ({ params, enterprise, record }) =>
  [enterprise, ...Object.values(record)].includes(params['id']);

/** Itself, and names of firms, which everybody knows. */
const ofEverybody = { session: always, enterprises: always, enterprise: ofItsFirms } as const;

const batchesOf = ({ batches, lines }: Value): readonly unknown[] =>
  (batches as readonly unknown[] | undefined) ??
  ((lines ?? []) as readonly { readonly batch: string }[]).map(({ batch }) => batch);

/** Label of a batch of the record, as the firm itself may read it. */
const ofItsBatches: Allows = ({ params, record }) => batchesOf(record).includes(params['id']);

/** The one table of reads: a read that is not in it is refused, and so is one of anything else than is said here. */
const READABLE: Readonly<Record<LimitedType, Partial<Readonly<Record<ReadName, Allows>>>>> = {
  rec: {
    ...ofEverybody,
    record: ({ params, id, enterprise }) =>
      [keyOf('rec', id), keyOf('ans', id, enterprise)].includes(String(params['key'])),
    statement: ({ query, id }) => query['record'] === keyOf('rec', id),
    stock: ({ query, id }) => query['recall'] === id,
    batchIdentity: ofItsBatches,
  },
  ship: {
    ...ofEverybody,
    record: ({ params, id }) => params['key'] === keyOf('ship', id),
    statement: ({ query, id }) => query['record'] === keyOf('ship', id),
    batchIdentity: ofItsBatches,
  },
};

const refuse = ({ kid }: Caller): never => {
  throw new ApiError('KEY_NOT_FOR_THIS', { kid });
};

const ruleOf = (caller: Caller, name: ReadName): { readonly id: string; readonly allows: Allows } => {
  const { type, parts } = splitKey(caller.onlyFor ?? '') ?? {};
  const [, readable] = Object.entries(READABLE).find(([limited]) => limited === type) ?? [];
  const allows = readable?.[name];
  return allows === undefined ? refuse(caller) : { id: parts?.[0] ?? '', allows };
};

/** A limited session calls no read that is not in its table, however it asks. @throws ApiError KEY_NOT_FOR_THIS */
export const assertMayCall = (caller: Caller, name: ReadName): void => {
  if (caller.onlyFor !== null) ruleOf(caller, name);
};

/**
 * A limited session asks about its one record; what it may not read is answered alike, whether it is there or not.
 * @throws ApiError KEY_NOT_FOR_THIS
 */
export const assertMayAsk = async (
  db: Database,
  caller: Caller,
  { name, params, query }: { readonly name: ReadName; readonly params: Value; readonly query: Value },
): Promise<void> => {
  if (caller.onlyFor === null) return;
  const { id, allows } = ruleOf(caller, name);
  const record = (await recordValue(db, caller.onlyFor)) ?? {};
  if (!allows({ params, query, enterprise: caller.enterprise, id, record })) refuse(caller);
};
