import { foreignHash } from '@yaosu/chaincode/signing/code-hash';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { registerSolvent } from '@yaosu/gateway/story/spent-solvent';
import type { Stage } from '@yaosu/gateway/story/stage';
import { inFlight } from '../harness/measure.js';
import { contended, PREPARING, type Contended } from './contended.js';
import { newLot } from './lots.js';

const FILLS = 50;

/** Fifty drums of one waste code filled at once. */
export const fill = async (stage: Stage): Promise<Contended> => {
  const keeper = 'cdmo-waste';
  const stream = await registerSolvent(stage);
  const lot = await newLot(stage, '100');
  const drums = Array.from({ length: FILLS }, (_, i) => foreignHash(`BENCH-${stage.run}-${String(i)}`));
  const openings = drums.map(
    (drum) => () => stage.send(keeper, wasteActs.open, { drum, kind: 'drum', stream, tare: '20000' }),
  );
  await inFlight(PREPARING, openings);
  const fills = drums.map(
    (drum) => () => stage.send(keeper, wasteActs.fill, { drum, grams: '1000', sources: [lot.batch] }),
  );
  return contended(stage, 'Waste.fill', fills);
};
