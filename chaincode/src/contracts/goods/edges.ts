import type { EdgeRecord } from '../../model/batch/goods-schemas.js';
import type { WorldState } from '../../ledger/world-state.js';

/** Writes an edge of the genealogy under both of its keys, so that it is found by a range from either end. */
export const putEdge = (state: WorldState, edge: Pick<EdgeRecord, 'from' | 'to' | 'kind'>): void => {
  state.put('edge', ['f', edge.from, edge.to], edge);
  state.put('edge', ['b', edge.to, edge.from], edge);
};
