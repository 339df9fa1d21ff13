import { defaultPeerThreads } from '@yaosu/network/peer-threads';
import { Stage } from '../../tests/support/stage.js';
import { TestNetwork } from '../../tests/support/test-network.js';

/** Who endorses what only prepares: enough for every act. */
export const PREPARERS = ['RegulatorMSP', 'LogisticsMSP', 'ManufacturerMSP'] as const;

/** The cast on an embedded ledger that runs as `npm start` runs it. */
export const enterEmbedded = async (): Promise<Stage> => {
  const stage = await Stage.enter(
    await TestNetwork.open({ peerThreads: defaultPeerThreads(), countersign: true, curveThread: true }),
  );
  stage.network.endorsers = PREPARERS;
  return stage;
};
