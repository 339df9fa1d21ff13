import { ACTS } from '@yaosu/chaincode/model/acts';
import { batchPayload } from '../../support/payloads.js';
import type { Right } from '../../support/right.js';

export const batchRights: readonly Right[] = [
  {
    act: ACTS.Batch.register,
    may: ['makerProduction', 'makerKeeper'],
    command: () => ({ payload: batchPayload() }),
  },
];
