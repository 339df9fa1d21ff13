import { ACTS } from '@yaosu/chaincode/model/acts';
import { openedDispute, resolution } from '../../support/disputes.js';
import type { Right } from '../../support/right.js';

export const disputeRights: readonly Right[] = [
  {
    act: ACTS.Dispute.resolve,
    // Alone only an authority does; the owners sign together, see dispute.test.ts.
    may: ['regulatorRoot', 'drugInspector', 'envRoot', 'envInspector'],
    command: async (stage) => ({ payload: resolution(await openedDispute(stage)), roles: ['first'] }),
  },
];
