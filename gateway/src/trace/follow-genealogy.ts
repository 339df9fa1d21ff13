import type { Database } from '../db/open-database.js';
import type { BlockChanges } from '../projection/apply-block.js';
import type { Projection } from '../projection/projection.js';
import { TraceGraph } from './trace-graph.js';

const addEdges = (graph: TraceGraph, { changes }: BlockChanges): void => {
  for (const { type, parts } of changes) {
    const [direction, from = '', to = ''] = parts;
    if (type === 'edge' && direction === 'f') graph.add(from, to);
  }
};

/** The genealogy of the read model, kept up with every block. */
export const followGenealogy = async (db: Database, projection: Projection): Promise<TraceGraph> => {
  const graph = new TraceGraph();
  projection.listen((block) => addEdges(graph, block));
  const edges = await db.selectFrom('edges').select(['from_batch', 'to_batch']).execute();
  for (const { from_batch: from, to_batch: to } of edges) graph.add(from, to);
  return graph;
};
