import type { Gauged } from '../http/metrics.js';
import type { Projection } from './projection.js';

/** What the read model tells those who watch it. */
export const projectionGauges = (
  projection: Projection,
): Pick<Gauged, 'asOfBlock' | 'provisionalBlocks' | 'forked'> => ({
  asOfBlock: () => projection.asOfBlock,
  provisionalBlocks: () => projection.asOfBlock + 1 - projection.firmBlocks,
  forked: () => Number(projection.fork !== undefined),
});
