import { ACTS } from '@yaosu/chaincode/model/acts';
import { casePayload } from '../../support/authority.js';
import { registeredLot } from '../../support/goods.js';
import type { Right } from '../../support/right.js';

const { openCase, closeCase } = ACTS.Authority;

export const authorityRights: readonly Right[] = [
  {
    act: openCase,
    may: ['drugInspector', 'envInspector'],
    command: async (stage) => ({ payload: casePayload(await registeredLot(stage)) }),
  },
  {
    act: closeCase,
    may: ['drugInspector'],
    command: async (stage) => {
      const payload = casePayload(await registeredLot(stage));
      await stage.must('drugInspector', openCase, payload);
      return { payload: { case: payload['case'] } };
    },
  },
];
