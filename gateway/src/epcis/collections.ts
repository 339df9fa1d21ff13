/** Resources that lead to events (EPCIS 2.0, section 12.6): what there is of each, and the query that it stands for. */
import { sql, type RawBuilder } from 'kysely';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { shortTerm } from '../api/epcis-terms.js';
import type { Database } from '../db/open-database.js';
import { refuse } from './parameter-values.js';
import { perPageOf, tokenOf, type Parameters } from './parse-query.js';
import { isVisible, type Reader } from './visible-events.js';

interface Collection {
  /** Members of `epcis_events as e`, in the spelling in which they are stored. */
  readonly members: RawBuilder<unknown>;
  readonly shown: (member: string) => string;
  readonly query: (member: string) => Parameters;
}

const column = (name: string): RawBuilder<unknown> =>
  sql`(select e.${sql.ref(name)} as member where e.${sql.ref(name)} is not null)`;
const fact = (name: string): RawBuilder<unknown> =>
  sql`(select jsonb_array_elements_text(e.facts #> array['is', ${name}]::text[]) as member)`;
const asIs = (member: string): string => member;

/** Path → its members. */
export const COLLECTIONS = {
  eventTypes: {
    members: column('type'),
    shown: asIs,
    query: (member) => ({ eventType: [member] }),
  },
  epcs: {
    members: sql`(select n.epc as member from epcis_epcs as n where n.enterprise = e.enterprise and n.hash = e.hash
      and n.declared = e.declared and n.part in ('epc', 'parent', 'input', 'output'))`,
    shown: asIs,
    query: (member) => ({ MATCH_anyEPC: [member] }),
  },
  bizSteps: {
    members: column('biz_step'),
    shown: (member) => shortTerm(member, VOCABULARIES.bizStep),
    query: (member) => ({ EQ_bizStep: [member] }),
  },
  bizLocations: {
    members: fact('bizLocation'),
    shown: asIs,
    query: (member) => ({ EQ_bizLocation: [member] }),
  },
  readPoints: {
    members: fact('readPoint'),
    shown: asIs,
    query: (member) => ({ EQ_readPoint: [member] }),
  },
  dispositions: {
    members: column('disposition'),
    shown: (member) => shortTerm(member, VOCABULARIES.disposition),
    query: (member) => ({ EQ_disposition: [member] }),
  },
} as const satisfies Record<string, Collection>;

/** Names a collection. */
export type CollectionName = keyof typeof COLLECTIONS;

const CONTROLS = ['perPage', 'nextPageToken'];

/** A page of members, in their order. @throws ApiError QUERY_INVALID */
export const readMembers = async (
  db: Database,
  reader: Reader,
  name: CollectionName,
  parameters: Parameters,
): Promise<{ readonly members: readonly string[]; readonly next: string | null }> => {
  const unknown = Object.keys(parameters).find((each) => !CONTROLS.includes(each));
  if (unknown !== undefined) return refuse(unknown);
  const { members, shown } = COLLECTIONS[name];
  const limit = perPageOf(parameters);
  const token = tokenOf(parameters);
  const after = token === undefined ? '' : Buffer.from(token, 'base64url').toString('utf8');
  const { rows } = await sql<{ member: string }>`select m.member from (
      select distinct found.member from epcis_events as e cross join lateral ${members} as found
      where ${isVisible(reader)}) as m
    where m.member collate "C" > ${after} order by m.member collate "C" limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit).map(({ member }) => member);
  const next = rows.length > limit ? Buffer.from(page.at(-1) ?? '', 'utf8').toString('base64url') : null;
  return { members: page.map(shown), next };
};
