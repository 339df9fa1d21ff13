import type { Services } from '../services.js';

/** Batches that an authority may read by its open cases: what grew from a root, and what that grew from. */
export const batchesOfCases = async (
  { db, graph }: Pick<Services, 'db' | 'graph'>,
  enterprise: string,
): Promise<ReadonlySet<string>> => {
  const cases = await db
    .selectFrom('records')
    .innerJoin('record_readers', 'record_readers.key', 'records.key')
    .select('records.value')
    .where('records.type', '=', 'case')
    .where('record_readers.enterprise', '=', enterprise)
    .execute();
  const roots = cases
    .filter(({ value }) => value['authority'] === enterprise && value['closedAt'] === null)
    .map(({ value }) => String(value['root']));
  if (roots.length === 0) return new Set();
  const grown = graph.closure(roots, 'forward').map(({ batch }) => batch);
  return new Set(graph.closure([...roots, ...grown], 'backward').map(({ batch }) => batch));
};
