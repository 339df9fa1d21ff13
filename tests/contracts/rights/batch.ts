import { ACTS } from '@yaosu/chaincode/model/acts';
import {
  acceptedParcels,
  heldLot,
  madeBatch,
  registeredLot,
  registeredOutput,
  releaseGoods,
  reviewedLot,
  transformPayload,
} from '../../support/goods.js';
import { batchPayload, digest } from '../../support/payloads.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';

const { register, transform, releaseFromSite, releaseToMarket, reject, hold, unhold } = ACTS.Batch;
const reason = digest('reason');

export const batchRights: readonly Right[] = [
  {
    act: register,
    may: ['makerProduction', 'makerKeeper'],
    command: () => ({ payload: batchPayload() }),
  },
  {
    act: transform,
    may: ['makerProduction'],
    command: async (stage) => ({
      payload: transformPayload(await registeredOutput(stage), await acceptedParcels(stage)),
    }),
  },
  {
    act: releaseFromSite,
    may: ['makerQp'],
    command: async (stage) => ({ payload: { batch: (await reviewedLot(stage)).batch } }),
  },
  {
    act: releaseToMarket,
    may: ['makerQp'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const { batch } = await releaseGoods(stage, await madeBatch(stage));
      return { payload: { batch } };
    },
  },
  {
    act: reject,
    may: ['makerQuality', 'makerQp'],
    command: async (stage) => ({ payload: { batch: (await registeredLot(stage)).batch, reason } }),
  },
  {
    act: hold,
    may: ['makerQuality', 'makerQp', 'makerKeeper', 'drugInspector'],
    command: async (stage) => ({
      payload: { batch: (await registeredLot(stage)).batch, reason, parcel: null },
    }),
  },
  {
    act: unhold,
    may: ['makerQuality', 'makerQp', 'makerKeeper', 'drugInspector'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const { batch, hold: placed } = await heldLot(stage);
      return { payload: { batch, hold: placed } };
    },
  },
];
