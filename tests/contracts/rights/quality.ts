import { ACTS } from '@yaosu/chaincode/model/acts';
import {
  closingPayload,
  deviationPayload,
  registeredLot,
  resultPayload,
  samplePayload,
  testBatch,
} from '../../support/goods.js';
import { digest } from '../../support/payloads.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';

const { sample, result, review, openDeviation, close } = ACTS.Quality;

export const qualityRights: readonly Right[] = [
  {
    act: sample,
    may: ['makerAnalyst'],
    command: async (stage) => ({ payload: samplePayload(await registeredLot(stage)) }),
  },
  {
    act: result,
    may: ['makerAnalyst'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const goods = await registeredLot(stage);
      return { payload: resultPayload(goods, (await testBatch(stage, goods)).sample) };
    },
  },
  {
    act: review,
    may: ['makerReviewer'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const { batch } = await registeredLot(stage);
      return { payload: { batch, report: digest('review') } };
    },
  },
  {
    act: openDeviation,
    may: ['makerProduction', 'makerAnalyst', 'makerReviewer', 'makerQuality', 'makerQp'],
    command: async (stage) => ({ payload: deviationPayload(await registeredLot(stage)) }),
  },
  {
    act: close,
    may: ['makerQuality', 'makerQp'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const goods = await registeredLot(stage);
      return { payload: closingPayload(goods, (await testBatch(stage, goods, 'fail')).result) };
    },
  },
];
