/** Which records an authority reads with a purpose: those of its subject that have a place in its area. */
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { COUNTRY } from '@yaosu/chaincode/rules/authority/is-in-area';
import { sql, type Expression, type SqlBool } from 'kysely';
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
  drug: [
    'parcel',
    'alloc',
    'unit',
    'names',
    'order',
    'task',
    'ship',
    'trip',
    'page',
    'exc',
    'inv',
    'ans',
    'disp',
  ],
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

/** Whether records of a type are for the caller's kind at all: firms see those that name them, authorities those of their subject. */
export const isForKind = ({ authority }: Caller, type: KeyType): boolean =>
  authority === null || SUBJECT_TYPES[authority.subject].includes(type);

/** Name under which the authorities of a subject and area read; no enterprise has such a name. */
export const areaReader = (subject: Subject, area: string): string => `@${subject}@${area}`;

/** Sites by their numbers, or all sites of firms. */
export interface Places {
  readonly by: 'gln' | 'enterprise';
  readonly names: readonly string[];
}

/** Areas of places, each once. */
export type AreasOf = (places: Places) => readonly string[];

/** Enterprises that a record names, and subjects that something in it is reported to. */
export interface Named {
  readonly firms: readonly string[];
  readonly told: readonly string[];
}

/** Where a record has its place: at the sites that it names, at all sites of its firms when it names no site. */
const placesOf = (value: Value, { firms }: Named): Places => {
  const glns = glnsIn(value);
  return glns.length > 0 ? { by: 'gln', names: glns } : { by: 'enterprise', names: firms };
};

/** Places that decide which authorities read a record; undefined when none does. */
export const decidingPlaces = (type: KeyType, value: Value, named: Named): Places | undefined =>
  subjectsOf(type, named.told).length === 0 ? undefined : placesOf(value, named);

/** Names of the authorities that may read a record. */
export const authorityReaders = (
  areasOf: AreasOf,
  type: KeyType,
  value: Value,
  named: Named,
): readonly string[] => {
  const places = decidingPlaces(type, value, named);
  if (places === undefined) return [];
  const areas = areasOf(places);
  // A place that nobody has registered lies in the country all the same.
  return subjectsOf(type, named.told).flatMap((subject) =>
    (areas.length === 0 ? [''] : areas).map((area) => areaReader(subject, area)),
  );
};

/** Where goods are: a batch at its site, stock at its site or, on its way, at any site of its holder. */
export const placesOfGoods = (type: KeyType, { site, holder }: Value): Places | undefined => {
  if (type !== 'batch' && type !== 'parcel') return undefined;
  return typeof site === 'string'
    ? { by: 'gln', names: [site] }
    : { by: 'enterprise', names: [String(holder)] };
};

/** Names of the authorities that may read a batch which is at these places. */
export const areaReaders = (areasOf: AreasOf, places: Places): readonly string[] =>
  areasOf(places).map((area) => areaReader(BATCH_SUBJECT, area));

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

/** Condition on a column of keys: the caller is among the readers of that record. */
export const isReaderOf = (key: string, caller: Caller): Expression<SqlBool> =>
  sql<SqlBool>`exists (select from record_readers as n where n.key = ${sql.ref(key)} and ${isReader('n.enterprise', caller)})`;
