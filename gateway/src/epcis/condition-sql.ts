/** Conditions of a query as SQL over `epcis_events as e`. */
import { sql, type RawBuilder } from 'kysely';
import type { Condition } from './conditions.js';
import { LEDGER } from './own-acts/own-event-rows.js';
import { stockOfPacks } from './pack-history.js';
import type { Side } from './visible-events.js';

type Sql = RawBuilder<boolean>;
type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const listed = (texts: readonly string[]) => sql`array[${sql.join([...texts])}]::text[]`;
const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`;

const contains = (facts: object): Sql => sql`e.facts @> ${JSON.stringify(facts)}::jsonb`;
const operator = (text: string) => sql.raw(text);

/** Values of an event under a name. */
const named = (group: string, name: string) =>
  sql`jsonb_array_elements_text(e.facts #> array[${group}, ${name}]::text[]) as v(value)`;

/** Rows of `epcis_epcs as n` that name one of the identifiers. */
const isNamed = ({ parts, epcs }: Of<'epc'>): Sql => {
  const found = epcs.flatMap(({ epc: exact, patterns }) => [
    sql<boolean>`n.epc = ${exact}`,
    ...patterns.map((pattern) => sql<boolean>`n.epc like ${pattern}`),
  ]);
  return sql`n.part in (${sql.join([...parts])}) and ${anyOf(found)}`;
};

const epc = ({ enterprise }: Side, condition: Of<'epc'>): Sql =>
  enterprise === LEDGER
    ? epcOfLedger(condition)
    : sql`exists (select 1 from epcis_epcs as n where n.enterprise = ${enterprise} and n.hash = e.hash
        and n.declared = e.declared and ${isNamed(condition)})`;

/** The ledger names codes by digests, and follows a pack by the stock that it was taken from. */
const epcOfLedger = (condition: Of<'epc'>): Sql => {
  const codes = condition.epcs.flatMap(({ ledgerName }) => ledgerName ?? []);
  const own = codes.map((code) => ({ epc: code, patterns: [] }));
  const named = isNamed({ ...condition, epcs: [...condition.epcs, ...own] });
  const followed =
    codes.length === 0
      ? sql``
      : sql` union all select n.hash from epcis_epcs as n
          where n.enterprise = ${LEDGER} and n.part = 'stock' and n.epc in (${stockOfPacks(codes)})`;
  return sql`e.hash in (select n.hash from epcis_epcs as n
    where n.enterprise = ${LEDGER} and ${named}${followed})`;
};

const within = ({ describedBy }: Side, { name, values }: Of<'within'>): Sql => sql`exists (
  select 1 from ${named('is', name)} where v.value in (
    with recursive below(id) as (
      select unnest(${listed(values)})
      union
      select c.id from epcis_master as m join below on m.id = below.id and m.enterprise = ${describedBy}
        cross join jsonb_array_elements_text(m.children) as c(id))
    select id from below))`;

const described = ({ describedBy }: Side, name: string, condition: Sql): Sql => sql`exists (
  select 1 from ${named('is', name)} join epcis_master as m on m.id = v.value and m.enterprise = ${describedBy}
  where ${condition})`;

type Write<K extends Condition['kind']> = (side: Side, condition: Of<K>) => Sql;

const WRITE: { readonly [K in Condition['kind']]: Write<K> } = {
  column: (_, { column, values }) => sql`e.${sql.ref(column)} in (${sql.join([...values])})`,
  range: (_, { column, operator: sign, value }) => sql`e.${sql.ref(column)} ${operator(sign)} ${value}`,
  id: (_, { ids, hashes }) =>
    anyOf([
      sql`e.event_id in (${sql.join([...ids])})`,
      ...(hashes.length === 0 ? [] : [sql<boolean>`e.hash in (${sql.join([...hashes])})`]),
    ]),
  epc,
  fact: (_, { name, values }) => anyOf(values.map((value) => contains({ is: { [name]: [value] } }))),
  number: (_, { name, operator: sign, value }) =>
    sql`exists (select 1 from ${named('number', name)} where v.value::float8 ${operator(sign)} ${value}::float8)`,
  time: (_, { name, operator: sign, value }) =>
    sql`exists (select 1 from ${named('time', name)} where v.value collate "C" ${operator(sign)} ${value})`,
  has: (_, { name, isThere }) =>
    isThere ? contains({ has: [name] }) : sql`not (${contains({ has: [name] })})`,
  within,
  hasAttribute: (side, { name, attributes }) =>
    described(side, name, sql`m.attributes ?| ${listed(attributes)}`),
  attribute: (side, { name, attribute, values }) =>
    described(
      side,
      name,
      anyOf(values.map((value) => sql`m.attributes @> ${JSON.stringify({ [attribute]: [value] })}::jsonb`)),
    ),
};

/** What a condition asks, of events of a side. */
export const conditionSql = <K extends Condition['kind']>(
  side: Side,
  condition: Of<K> & { readonly kind: K },
): Sql => (WRITE[condition.kind] as Write<K>)(side, condition);
