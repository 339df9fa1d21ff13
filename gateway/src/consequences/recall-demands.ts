/** Extends an investigation's stops level by level, then seals the closure from the leaves to the roots. */
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { recordValue } from '../projection/directory.js';
import type { Demand, DemandSource } from './demand.js';

const MAX_EDGES = 200;
const MAX_MEMBERS = 500;

interface Edge {
  readonly from: string;
  readonly to: string;
}

const openEdges = (db: Database, investigation: string): Promise<Edge[]> =>
  db
    .selectFrom('stops')
    .innerJoin('edges', 'edges.from_batch', 'stops.batch')
    .leftJoin('stops as child', (join) =>
      join
        .onRef('child.batch', '=', 'edges.to_batch')
        .onRef('child.investigation', '=', 'stops.investigation'),
    )
    .select(['edges.from_batch as from', 'edges.to_batch as to'])
    .where('stops.investigation', '=', investigation)
    .where('stops.lifted', '=', false)
    .where('child.batch', 'is', null)
    .orderBy('edges.to_batch')
    .limit(MAX_EDGES)
    .execute();

const edgesWithin = (db: Database, investigation: string): Promise<Edge[]> =>
  db
    .selectFrom('edges')
    .innerJoin('stops as parent', 'parent.batch', 'edges.from_batch')
    .innerJoin('stops as child', 'child.batch', 'edges.to_batch')
    .select(['edges.from_batch as from', 'edges.to_batch as to'])
    .where('parent.investigation', '=', investigation)
    .where('child.investigation', '=', investigation)
    .execute();

const unsealed = async (db: Database, investigation: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('stops')
    .leftJoin('records', (join) =>
      join.on('records.key', '=', sql<string>`'recb~' || stops.investigation || '~' || stops.batch`),
    )
    .select('stops.batch')
    .where('stops.investigation', '=', investigation)
    .where('records.key', 'is', null)
    .orderBy('stops.batch')
    .execute();
  return rows.map(({ batch }) => batch);
};

/** Members in an order in which every child comes before its parents. */
export const leavesFirst = (members: readonly string[], edges: readonly Edge[]): string[] => {
  const children = new Map<string, string[]>();
  for (const { from, to } of edges) children.set(from, [...(children.get(from) ?? []), to]);
  const ordered = new Set<string>();
  for (const member of members) {
    const stack = [member];
    while (stack.length > 0) {
      const batch = stack.at(-1) ?? '';
      const waiting = ordered.has(batch)
        ? []
        : (children.get(batch) ?? []).filter((child) => !ordered.has(child));
      if (waiting.length > 0) {
        stack.push(...waiting);
      } else {
        ordered.add(batch);
        stack.pop();
      }
    }
  }
  const wanted = new Set(members);
  return [...ordered].filter((batch) => wanted.has(batch));
};

const nextOf = async (db: Database, investigation: string): Promise<Demand | undefined> => {
  const record = await recordValue(db, `inv~${investigation}`);
  if (record?.['state'] !== 'investigating') return undefined;
  const edges = await openEdges(db, investigation);
  if (edges.length > 0) return { act: recallActs.extend, payload: { investigation, edges } };
  const members = await unsealed(db, investigation);
  if (members.length === 0) return undefined;
  const ordered = leavesFirst(members, await edgesWithin(db, investigation));
  return { act: recallActs.seal, payload: { investigation, members: ordered.slice(0, MAX_MEMBERS) } };
};

/** Investigations that are under way. */
export const recallDemands: DemandSource = {
  matterOf: (key, value) => {
    const isOurs = key.startsWith('stop~') || key.startsWith('inv~') || key.startsWith('recb~');
    return isOurs ? String(value['investigation']) : undefined;
  },
  openMatters: async ({ db }) => {
    const rows = await db.selectFrom('records').select('value').where('type', '=', 'inv').execute();
    return rows
      .filter(({ value }) => value['state'] === 'investigating')
      .map(({ value }) => String(value['investigation']));
  },
  next: ({ db }, matter) => nextOf(db, matter),
};
