import type { FoundType, SearchHit } from '@yaosu/gateway/api/search';

/** Pages of records by type; what has none is shown by the batches that it is of. */
const PAGES: Readonly<Partial<Record<FoundType, string>>> = {
  batch: 'batches',
  ship: 'shipments',
  order: 'orders',
  task: 'tasks',
  rec: 'recalls',
  inv: 'recalls',
  man: 'waste',
  doc: 'documents',
  ent: 'enterprises',
};

/** The id of a record within its key. */
export const idOf = ({ key }: Pick<SearchHit, 'key'>): string => key.slice(key.indexOf('~') + 1);

/** The page of what was found, undefined where it has none. */
export const foundPath = (hit: Pick<SearchHit, 'key' | 'type'>): string | undefined => {
  const page = PAGES[hit.type];
  return page === undefined ? undefined : `/${page}/${idOf(hit)}`;
};
