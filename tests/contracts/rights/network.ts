import { ACTS } from '@yaosu/chaincode/model/acts';
import { adoption } from '../../support/behaviours.js';
import type { Right } from '../../support/right.js';

/** The opening has no table: nothing runs before it. */
export const networkRights: readonly Right[] = [
  // Once a stage: a test ledger begins with the first behaviours.
  { act: ACTS.Network.adopt, may: ['regulatorRoot'], command: () => ({ payload: adoption() }) },
];
