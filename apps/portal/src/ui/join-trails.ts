import type { ReadAnswer } from '@yaosu/gateway/api/reads';

type Trail = ReadAnswer<'trail'>;

/** A genealogy: batches and the edges between them. */
export type Genealogy = Pick<Trail, 'batches' | 'edges' | 'hidden'>;

/** Both directions as one graph, each batch once. */
export const joinTrails = (backward: Trail, forward: Trail): Genealogy => ({
  batches: [...backward.batches, ...forward.batches.filter(({ level }) => level > 0)],
  edges: [...backward.edges, ...forward.edges],
  hidden: backward.hidden + forward.hidden,
});
