import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest } from '../../support/payloads.js';
import {
  confirmation,
  confirmedOrder,
  licensed,
  listed,
  notice,
  orderPayload,
  placedOrder,
  suppliedLot,
} from '../../support/orders.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';

const { place, confirm, shipNotice } = ACTS.Order;
const material = digest('ordered material');

export const orderRights: readonly Right[] = [
  {
    act: place,
    may: ['makerPurchaser'],
    command: async (stage: Stage): Promise<RightCommand> => {
      await licensed(stage, 'supplier', 'materialRegistration');
      return { payload: orderPayload(await listed(stage, { material }), material) };
    },
  },
  {
    act: confirm,
    may: ['supplierKeeper', 'supplierQp'],
    command: async (stage) => ({ payload: confirmation(await placedOrder(stage)) }),
  },
  {
    act: shipNotice,
    may: [
      'supplierRoot',
      'supplierProduction',
      'supplierQp',
      'supplierAnalyst',
      'supplierReviewer',
      'supplierKeeper',
    ],
    command: async (stage) => ({
      payload: notice(await confirmedOrder(stage), await suppliedLot(stage)),
    }),
  },
];
