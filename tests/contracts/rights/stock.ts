import { ACTS } from '@yaosu/chaincode/model/acts';
import {
  acceptedParcels,
  adjustPayload,
  destroyPayload,
  inspectPayload,
  receivePayload,
  registeredLot,
  secondSite,
  shelfOf,
} from '../../support/goods.js';
import { receivedShipment } from '../../support/shipments.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';

const { receive, inspect, split, move, adjust, use, destroy } = ACTS.Stock;

export const stockRights: readonly Right[] = [
  {
    act: receive,
    may: ['wholesalerKeeper', 'wholesalerReceiving'],
    command: async (stage) => ({ payload: receivePayload(await receivedShipment(stage)) }),
  },
  {
    act: inspect,
    may: ['makerReceiving', 'makerQuality', 'makerQp'],
    command: async (stage) => ({ payload: inspectPayload(await registeredLot(stage)) }),
  },
  {
    act: split,
    may: ['makerKeeper'],
    command: async (stage) => ({
      payload: { ...shelfOf(await registeredLot(stage)), status: 'quarantine', parts: ['400', '600'] },
    }),
  },
  {
    act: move,
    may: ['makerKeeper'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const goods = await registeredLot(stage);
      const to = await secondSite(stage, 'maker');
      return { payload: { ...shelfOf(goods), status: 'quarantine', quantity: '400', to } };
    },
  },
  {
    act: adjust,
    may: ['makerKeeper'],
    command: async (stage) => ({
      payload: adjustPayload(await registeredLot(stage)),
      cosigners: [stage.actor('makerQuality')],
    }),
  },
  {
    act: adjust,
    may: ['makerQuality', 'makerQp'],
    varies: { role: 'quality', first: 'makerKeeper' },
    command: async (stage, name) => ({
      payload: adjustPayload(await registeredLot(stage)),
      cosigners: [stage.actor(name)],
    }),
  },
  {
    act: use,
    may: ['makerProduction', 'makerAnalyst', 'makerKeeper'],
    command: async (stage) => ({
      payload: { ...shelfOf(await acceptedParcels(stage)), quantity: '10', consumption: 'cleaning' },
    }),
  },
  {
    act: destroy,
    may: ['makerKeeper', 'makerQuality', 'makerQp'],
    command: async (stage) => ({
      payload: destroyPayload(await registeredLot(stage)),
      cosigners: [stage.actor('makerReviewer')],
    }),
  },
  {
    act: destroy,
    may: ['makerQuality', 'makerQp', 'makerReviewer', 'drugInspector', 'envInspector'],
    varies: { role: 'witness', first: 'makerKeeper' },
    command: async (stage, name) => ({
      payload: destroyPayload(await registeredLot(stage)),
      cosigners: [stage.actor(name)],
    }),
  },
];
