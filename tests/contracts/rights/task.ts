import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest } from '../../support/payloads.js';
import type { Right } from '../../support/right.js';
import {
  acceptedTask,
  commissionedBatch,
  deliveredTask,
  deliveryPayload,
  offeredTask,
  offerPayload,
  sealedTerms,
  sealPayload,
} from '../../support/tasks.js';

const { Task } = ACTS;
const reason = digest('reason');

export const taskRights: readonly Right[] = [
  {
    act: Task.sealTerms,
    may: ['makerQuality', 'makerPurchaser'],
    command: (stage) => ({ payload: sealPayload(stage) }),
  },
  {
    act: Task.offer,
    may: ['makerQuality', 'makerPurchaser'],
    command: async (stage) => ({ payload: offerPayload(await sealedTerms(stage)) }),
  },
  {
    act: Task.accept,
    may: ['cdmoQp'],
    command: async (stage) => ({ payload: { task: await offeredTask(stage) } }),
  },
  {
    act: Task.decline,
    may: ['cdmoQp'],
    command: async (stage) => ({ payload: { task: await offeredTask(stage), reason } }),
  },
  {
    act: Task.withdraw,
    may: ['makerQuality', 'makerPurchaser'],
    command: async (stage) => ({ payload: { task: await offeredTask(stage), reason } }),
  },
  {
    act: Task.report,
    may: ['cdmoProduction', 'cdmoQp'],
    command: async (stage) => ({
      payload: { task: await acceptedTask(stage), stage: 'inProduction', made: '1000' },
    }),
  },
  {
    act: Task.deliver,
    may: ['cdmoQp', 'cdmoKeeper'],
    command: async (stage) => ({
      payload: deliveryPayload(await acceptedTask(stage), await commissionedBatch(stage)),
    }),
  },
  {
    act: Task.acceptDelivery,
    may: ['makerQuality'],
    command: async (stage) => ({ payload: { task: await deliveredTask(stage) } }),
  },
  {
    act: Task.dispute,
    may: ['makerQuality'],
    command: async (stage) => ({ payload: { task: await deliveredTask(stage), reason } }),
  },
];
