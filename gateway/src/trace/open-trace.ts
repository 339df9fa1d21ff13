import type { Database } from '../db/open-database.js';
import type { Projection } from '../projection/projection.js';
import type { Services } from '../services.js';
import { BatchSight } from './batch-sight.js';
import { followGenealogy } from './follow-genealogy.js';
import { StockTotals } from './stock-totals.js';

/** What traces are read from: who grew from whom, who holds how much, and who may see it. */
export const openTrace = async (
  db: Database,
  projection: Projection,
): Promise<Pick<Services, 'graph' | 'stock' | 'sight'>> => {
  const graph = await followGenealogy(db, projection);
  const stock = new StockTotals(db, graph.batches, projection);
  const sight = new BatchSight(db, graph.batches, projection);
  return { graph, stock, sight };
};
