/** Which records a caller may see: a rule for every type of key, and no type without one. */
import { incidentSubject } from '@yaosu/chaincode/model/incident/schemas';
import { keyOf, splitKey, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Database } from '../db/open-database.js';
import { recordValue } from '../projection/directory.js';
import {
  authorityReaders,
  decidingPlaces,
  isReader,
  type AreasOf,
  type Named,
  type Places,
} from './authority-readers.js';
import type { Caller } from './caller.js';

type Value = Readonly<Record<string, unknown>>;
type About = (value: Value) => string | undefined;

/**
 * - `public`: everybody who is logged in.
 * - `named`: enterprises that the record names in these fields, at any depth; undefined: in any field that names one;
 *   `about`: key of another record, those whom that one names as well.
 * - `batch`: who may see a batch that this field names, at any depth.
 * - `nobody`: no answer ever shows it.
 */
type Rule =
  | { readonly to: 'public' }
  | { readonly to: 'nobody' }
  | { readonly to: 'named'; readonly fields?: readonly string[]; readonly about?: About }
  | { readonly to: 'batch'; readonly field: string };

const everybody: Rule = { to: 'public' };
const named: Rule = { to: 'named' };
const ofShipment: Rule = { to: 'named', about: ({ shipment }) => keyOf('ship', String(shipment)) };
const keyOfSubject: About = ({ subject }) => {
  const load = incidentSubject.safeParse(subject).data;
  return load && keyOf(load.type, load.id);
};
const ofBatch: Rule = { to: 'batch', field: 'batch' };
const ofBatches: Rule = { to: 'batch', field: 'batches' };

const RULES: Readonly<Record<KeyType, Rule>> = {
  set: everybody,
  node: everybody,
  ent: everybody,
  role: everybody,
  lic: everybody,
  site: everybody,
  gcp: everybody,
  gcpin: everybody,
  key: everybody,
  appr: { to: 'named', fields: ['buyer'] },
  batch: ofBatch,
  hold: ofBatch,
  stop: ofBatch,
  edge: { to: 'batch', field: 'to' },
  qa: ofBatch,
  parcel: { to: 'named', fields: ['owner', 'holder'] },
  alloc: named,
  com: ofBatch,
  obj: ofBatch,
  unit: named,
  alias: ofBatches,
  aliasend: ofBatches,
  names: named,
  order: named,
  ship: named,
  trip: named,
  page: ofShipment,
  exc: ofShipment,
  inc: { to: 'named', about: keyOfSubject },
  prof: everybody,
  doc: { to: 'named', fields: ['owner'] },
  grant: { to: 'named', fields: ['enterprise', 'owner', 'grantedBy'] },
  stream: named,
  drum: named,
  fill: named,
  man: named,
  plan: named,
  grp: named,
  trig: named,
  inv: named,
  rec: everybody,
  recb: ofBatch,
  ans: named,
  task: { to: 'named', fields: ['client', 'cdmo'] },
  terms: { to: 'nobody' },
  case: named,
  disp: named,
  att: named,
  cmd: { to: 'named', fields: ['owner'] },
};

/** Fields of records that hold the id of an enterprise, or a list of them. */
const ENTERPRISE_FIELDS = [
  'enterprise',
  'issuer',
  'owner',
  'owners',
  'holder',
  'manufacturer',
  'mah',
  'buyer',
  'supplier',
  'consignor',
  'consignee',
  'carrier',
  'carriers',
  'generator',
  'disposer',
  'starter',
  'grantedBy',
  'opener',
  'operator',
  'concerned',
  'taker',
  'giver',
] as const;

const collect = (value: unknown, fields: readonly string[], found: Set<string>): void => {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, fields, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [field, member] of Object.entries(value)) {
    const names = fields.includes(field) ? [member].flat().filter((each) => typeof each === 'string') : [];
    for (const name of names) found.add(name);
    collect(member, fields, found);
  }
};

/** Enterprises that may see a record because it names them. */
const namedReaders = (type: KeyType, value: Value): readonly string[] => {
  const rule = RULES[type];
  return rule.to === 'named' ? namesIn(value, rule.fields ?? ENTERPRISE_FIELDS) : [];
};

const namedBy = (value: Value): Named => ({
  firms: namesIn(value, ENTERPRISE_FIELDS),
  told: namesIn(value, ['reportedTo']),
});

/** Who may see a record: enterprises that it names, and authorities by subject and area. */
export const readersOf = (areasOf: AreasOf, type: KeyType, value: Value): readonly string[] => [
  ...namedReaders(type, value),
  ...authorityReaders(areasOf, type, value, namedBy(value)),
];

/** Places whose areas {@link readersOf} asks for; undefined when it asks for none. */
export const placesOfReaders = (type: KeyType, value: Value): Places | undefined =>
  hasNamedReaders(type) ? decidingPlaces(type, value, namedBy(value)) : undefined;

/** Whether records of this type have readers of their own, beside everybody or those of their batch. */
export const hasNamedReaders = (type: KeyType): boolean => RULES[type].to === 'named';

/** Key of the load whose readers may see what is told of it; undefined for other records. */
export const loadKeyOf = (type: KeyType, value: Value): string | undefined => {
  const rule = RULES[type];
  return rule.to === 'named' ? rule.about?.(value) : undefined;
};

const namesIn = (value: Value, fields: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  collect(value, fields, found);
  return [...found].sort();
};

/** Whether everybody who is logged in may see records of this type. */
export const isPublicType = (type: KeyType): boolean => RULES[type].to === 'public';

/** The field of a type's records that names the batch by which they are seen; undefined for other types. */
export const batchFieldOf = (type: KeyType): string | undefined => {
  const rule = RULES[type];
  return rule.to === 'batch' ? rule.field : undefined;
};

/**
 * Whether the caller may see a batch: it stands on it, holds or held some of it, or was granted its identity and the grant
 * has not ended; or it is an authority of the place with a purpose.
 */
export const maySeeBatch = async (db: Database, caller: Caller, batch: string): Promise<boolean> => {
  const row = await db
    .selectFrom('batch_readers')
    .select('batch')
    .where('batch', '=', batch)
    .where(isReader('enterprise', caller))
    .where(isOpenAt('batch_readers', caller.at))
    .executeTakeFirst();
  return row !== undefined;
};

/** Condition on rows of `batch_readers`: a grant that has not ended at an instant, or a reason that never ends. */
export const isOpenAt = (table: string, at: string): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`${table}.until`)} is null or ${sql.ref(`${table}.until`)} >= ${at})`;

const maySeeOneOf = async (db: Database, caller: Caller, batches: readonly string[]): Promise<boolean> => {
  for (const batch of batches) if (await maySeeBatch(db, caller, batch)) return true;
  return false;
};

/** Whether the caller may see a record; default deny. */
export const mayRead = async (db: Database, caller: Caller, key: string, value: Value): Promise<boolean> => {
  const split = splitKey(key);
  if (split === undefined || caller.enterprise === '') return false;
  if (isPublicType(split.type)) return true;
  const field = batchFieldOf(split.type);
  if (field !== undefined) return maySeeOneOf(db, caller, namesIn(value, [field]));
  return isNamed(db, caller, key, split.type, value);
};

const isNamedOnLoad = async (db: Database, { enterprise }: Caller, key = ''): Promise<boolean> => {
  const type = splitKey(key)?.type;
  const load = type === undefined ? undefined : await recordValue(db, key);
  return type !== undefined && load !== undefined && namedReaders(type, load).includes(enterprise);
};

const isNamed = async (
  db: Database,
  caller: Caller,
  key: string,
  type: KeyType,
  value: Value,
): Promise<boolean> => {
  if (namedReaders(type, value).includes(caller.enterprise)) return true;
  if (await isNamedOnLoad(db, caller, loadKeyOf(type, value))) return true;
  if (caller.authority === null) return false;
  const row = await db
    .selectFrom('record_readers')
    .select('key')
    .where('key', '=', key)
    .where(isReader('enterprise', caller))
    .executeTakeFirst();
  return row !== undefined;
};

/** Parts of keys that name the enterprise whose own the record is, so that it may know that the key is free. */
const OWN_PART: Partial<Readonly<Record<KeyType, number>>> = { appr: 0, alloc: 0, grant: 1, plan: 0, ans: 1 };

/** Whether the caller may know that a key is free: its rule does not depend on a value, or the key is the caller's. */
export const mayKnowAbsence = (caller: Caller, key: string): boolean => {
  const split = splitKey(key);
  if (split === undefined || caller.enterprise === '') return false;
  const part = OWN_PART[split.type];
  return isPublicType(split.type) || (part !== undefined && split.parts[part] === caller.enterprise);
};
