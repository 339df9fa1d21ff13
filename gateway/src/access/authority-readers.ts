/** Which records an authority reads with a purpose: those of its subject that have a place in its area. */
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { COUNTRY } from '@yaosu/chaincode/rules/authority/is-in-area';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Database } from '../db/open-database.js';
import type { Caller, Competence } from './caller.js';

type Subject = Competence['subject'];
type Value = Readonly<Record<string, unknown>>;

/** Subject of those who read a batch and all that is seen by way of it. */
export const BATCH_SUBJECT: Subject = 'drug';

/**
 * Subject → records of its own that name firms. Police and health read what is reported to them; a case opens more to any
 * authority.
 */
const SUBJECT_TYPES: Readonly<Record<Subject, readonly KeyType[]>> = {
  drug: ['parcel', 'alloc', 'unit', 'alias', 'order', 'ship', 'trip', 'page', 'exc', 'inv', 'ans', 'disp'],
  environment: ['stream', 'drum', 'fill', 'man', 'plan', 'grp', 'trig'],
  transport: ['ship', 'trip', 'page', 'exc', 'man'],
  customs: ['ship', 'trip'],
  police: [],
  health: [],
};

const PLACES: readonly string[] = ['site', 'sites', 'from', 'to', 'gln'];
const GLN = /^\d{13}$/;

const collect = (value: unknown, found: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, member] of Object.entries(value)) {
    const texts = PLACES.includes(field) ? [member].flat() : [];
    for (const text of texts) if (typeof text === 'string' && GLN.test(text)) found.add(text);
    collect(member, found);
  }
};

const glnsIn = (value: Value): readonly string[] => {
  const found = new Set<string>();
  collect(value, found);
  return [...found];
};

/** Subjects whose authorities read a record: those of its type, and those that something in it is reported to. */
const subjectsOf = (type: KeyType, told: readonly string[]): readonly Subject[] =>
  (Object.keys(SUBJECT_TYPES) as Subject[]).filter(
    (subject) => SUBJECT_TYPES[subject].includes(type) || told.includes(subject),
  );

/** Name under which the authorities of a subject and area read; no enterprise has such a name. */
export const areaReader = (subject: Subject, area: string): string => `@${subject}@${area}`;

/** Areas of the sites that a record names; of all sites of the firms that it names when it names no site. */
const areasOf = async (db: Database, value: Value, firms: readonly string[]): Promise<readonly string[]> => {
  const glns = glnsIn(value);
  const [column, names] = glns.length > 0 ? (['gln', glns] as const) : (['enterprise', firms] as const);
  if (names.length === 0) return [];
  const rows = await db
    .selectFrom('sites')
    .select('area')
    .distinct()
    .where(column, 'in', [...names])
    .execute();
  return rows.map(({ area }) => area);
};

/**
 * Names of the authorities that may read a record.
 * @param firms enterprises that the record names
 * @param told subjects that something in it is reported to
 */
export const authorityReaders = async (
  db: Database,
  type: KeyType,
  value: Value,
  { firms, told }: { readonly firms: readonly string[]; readonly told: readonly string[] },
): Promise<readonly string[]> => {
  const subjects = subjectsOf(type, told);
  if (subjects.length === 0) return [];
  const areas = await areasOf(db, value, firms);
  // A place that nobody has registered lies in the country all the same.
  return subjects.flatMap((subject) =>
    (areas.length === 0 ? [''] : areas).map((area) => areaReader(subject, area)),
  );
};

/** Lets authorities of the area read a batch that is at a site, or at any site of its holder. */
export const addAreaReaders = async (
  db: Database,
  batch: string,
  place: { readonly gln: string } | { readonly enterprise: string },
  reason: 'party' | 'holder',
): Promise<void> => {
  const [column, name] = 'gln' in place ? ['gln', place.gln] : ['enterprise', place.enterprise];
  await sql`
    insert into batch_readers (batch, enterprise, reason)
    select distinct ${batch}, ${areaReader(BATCH_SUBJECT, '')}::text || area, ${reason} from sites
    where ${sql.ref(column)} = ${name} on conflict do nothing`.execute(db);
};

/** How names begin under which the caller reads as an authority; null without competence or purpose. */
const prefixOf = ({ authority, purpose }: Caller): string | null => {
  if (authority === null || purpose === null) return null;
  return areaReader(authority.subject, authority.area === COUNTRY ? '' : authority.area);
};

/** {@link isReader} for names that are at hand. */
export const readsAs = (caller: Caller): ((name: string) => boolean) => {
  const prefix = prefixOf(caller);
  return (name) => name === caller.enterprise || (prefix !== null && name.startsWith(prefix));
};

/** Condition on a column of readers: the caller's enterprise, or an authority of the area with a purpose. */
export const isReader = (column: string, caller: Caller): Expression<SqlBool> => {
  const prefix = prefixOf(caller);
  const own = sql<SqlBool>`${sql.ref(column)} = ${caller.enterprise}`;
  return prefix === null ? own : sql<SqlBool>`(${own} or ${sql.ref(column)} like ${`${prefix}%`})`;
};
