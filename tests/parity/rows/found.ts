/** Rows that drawn scripts have found: in each the embedded ledger once did something else than real Fabric. */
import { C, call, done, failed, HELD, hold, VALID, type Row } from '../row.js';

const tags = ['found', 'planner'];

export const foundRows: readonly Row[] = [
  {
    id: 66,
    title: 'a transaction that touches no key is planned by the policy of its chaincode',
    tags,
    setup: [],
    steps: [call('e', [['event', '~e', '1']], { on: 'pair', endorsers: 'planned' })],
    expected: [done(VALID, null)],
  },
  {
    id: 67,
    title:
      'a planner asks the policy of a collection that is read as well, that of the chaincode where it has none',
    tags: [...tags, 'private'],
    setup: [],
    steps: [
      hold(
        'p',
        [
          ['privatePut', 'duoOwn', '~k', '1'],
          ['privateGet', 'duo', '~k'],
        ],
        { on: 'private', endorsers: 'planned' },
      ),
    ],
    expected: [
      failed(
        'endorse',
        'FAILED_PRECONDITION',
        'no combination of peers can be derived which satisfy the endorsement policy: ' +
          'no peer combination can satisfy the endorsement policy',
      ),
    ],
  },
  {
    id: 68,
    title: 'a range of private keys binds the planner to nobody',
    tags: [...tags, 'private'],
    setup: [],
    steps: [
      hold('r', [['privateRange', 'open', '~a', '~e']], { on: 'private', by: C, endorsers: 'planned' }),
    ],
    expected: [HELD],
  },
];
