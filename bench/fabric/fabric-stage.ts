/** The cast on a real network of the product, brought up for a bench. */
import type { Committed } from '@yaosu/network';
import { outcomeOf } from '../../gateway/src/ledger/outcome.js';
import { bringUpOrRemove, removeNetwork } from '../../tests/support/fabric.js';
import { openOnFabric, type FabricTestLedger } from '../../tests/support/fabric-test-ledger.js';
import { productPlan } from '../../tests/support/product-on-fabric.js';
import { Stage } from '../../tests/support/stage.js';
import { PREPARERS } from '../harness/embedded-stage.js';

const MOST_PROPOSALS = 12;

/** A stage and what ends it. */
export interface FabricStage {
  readonly stage: Stage;
  /** Measures: writes do not wait for every peer meanwhile. */
  readonly measured: <T>(run: () => Promise<T>) => Promise<T>;
  readonly dispose: () => Promise<void>;
}

/** Sends a command, with a new proposal after a conflict, as the gateway does. */
export const sent = async (send: () => Promise<Committed>): Promise<Committed> => {
  for (let proposals = 1; ; proposals += 1) {
    try {
      return await send();
    } catch (error) {
      if (proposals === MOST_PROPOSALS || outcomeOf(error).kind !== 'conflict') throw error;
    }
  }
};

/** Brings a network up with the product's own limits of blocks. */
export const enterFabric = async (): Promise<FabricStage> => {
  const plan = await productPlan();
  await bringUpOrRemove(plan);
  const network = await openOnFabric(plan);
  const ledger = network.ledger as FabricTestLedger;
  const dispose = async (): Promise<void> => {
    await network.close();
    await removeNetwork(plan);
  };
  const measured = async <T>(run: () => Promise<T>): Promise<T> => {
    ledger.isSettling = false;
    const result = await run();
    ledger.isSettling = true;
    await ledger.steps.settled();
    return result;
  };
  try {
    const stage = await Stage.enter(network);
    network.endorsers = PREPARERS;
    return { stage, measured, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
};
