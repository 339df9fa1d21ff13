/** Events and calls from chaincode to chaincode. */
import {
  call,
  done,
  HELD,
  hold,
  events,
  MVCC,
  POLICY,
  read,
  submit,
  thrown,
  VALID,
  type Row,
  SHORT,
} from '../row.js';

const tags = ['invoke'];

export const callRows: readonly Row[] = [
  {
    id: 29,
    title: 'the last event only, none from an invalid transaction, a string payload arrives garbled',
    tags: ['event', SHORT],
    setup: [['put', '~k', '0']],
    steps: [
      call('two', [
        ['event', '~first', '1'],
        ['event', '~second', '2'],
      ]),
      hold('late', [
        ['get', '~k'],
        ['event', '~late', '3'],
      ]),
      call('w', [['put', '~k', '1']]),
      submit('late'),
      call('text', [['textEvent', '~text', 'abcd']]),
      events,
    ],
    expected: [
      done(VALID, null, null),
      HELD,
      done(VALID, null),
      [MVCC],
      done(VALID, null),
      [
        ['<two>', '~second', '2'],
        ['<text>', '~text', 'hex:69b71d'],
      ],
    ],
  },
  {
    id: 30,
    title: 'caller and callee of one channel both write, the event of the callee is lost',
    tags: ['invoke', 'event'],
    setup: [],
    steps: [
      call('both', [
        [
          'invoke',
          'callee',
          [
            ['put', '~c', '1'],
            ['event', '~lost', '1'],
          ],
        ],
        ['put', '~p', '2'],
      ]),
      read([['get', '~p']]),
      read([['get', '~c']], { on: 'callee' }),
      events,
    ],
    expected: [done(VALID, { status: 200, shown: [null, null] }, null), ['2'], ['1'], []],
  },
  {
    id: 31,
    title: 'writes of a callee on another channel are dropped in silence',
    tags: ['invoke', 'channel'],
    setup: [],
    steps: [
      call('far', [['invoke', 'callee', [['put', '~c', '1']], 'other']]),
      read([['invoke', 'callee', [['get', '~c']], 'other']]),
    ],
    expected: [done(VALID, { status: 200, shown: [null] }), [{ status: 200, shown: [''] }]],
  },
  {
    id: 32,
    title: 'a callee that throws after a write: status 500, its write stays when the caller goes on',
    tags,
    setup: [],
    steps: [
      call('on', [
        [
          'invoke',
          'callee',
          [
            ['put', '~c', '1'],
            ['throw', 'stop here'],
          ],
        ],
        ['put', '~p', '2'],
      ]),
      read([['get', '~c']], { on: 'callee' }),
    ],
    expected: [done(VALID, { status: 500, shown: '…stop here…' }, null), ['1']],
  },
  {
    id: 33,
    title: 'no way back into a chaincode that is already on the stack',
    tags,
    setup: [],
    steps: [
      read([['invoke', 'probe', [['get', '~k']]]]),
      read([['invoke', 'callee', [['invoke', 'probe', [['get', '~k']]]]]]),
    ],
    expected: [[thrown('…txid: …(…) exists…')], [{ status: 200, shown: [thrown('…txid: …(…) exists…')] }]],
  },
  {
    id: 34,
    title: 'the planner forgets a caller that touches nothing, its policy fails at commit',
    tags: ['invoke', 'planner'],
    setup: [],
    steps: [
      call('trap', [['invoke', 'weak', [['put', '~c', '1']]]], { endorsers: 'planned' }),
      read([['get', '~c']], { on: 'weak' }),
    ],
    expected: [done(POLICY, { status: 200, shown: [null] }), ['']],
  },
];
