/** Own writes, empty values, deletes and the history they leave. */
import { call, done, HELD, hold, read, submit, VALID, type Row } from '../row.js';

const tags = ['state'];

export const stateRows: readonly Row[] = [
  {
    id: 1,
    title: 'a transaction does not see its own writes, the last one stays',
    tags,
    setup: [],
    steps: [
      call('w', [
        ['put', '~k', '1'],
        ['get', '~k'],
        ['put', '~k', '2'],
      ]),
      read([['get', '~k']]),
    ],
    expected: [done(VALID, null, '', null), ['2']],
  },
  {
    id: 2,
    title: 'a range does not see writes of its own transaction',
    tags: ['state', 'range'],
    setup: [],
    steps: [
      call('w', [
        ['put', '~b', '1'],
        ['range', '~a', '~z'],
      ]),
    ],
    expected: [done(VALID, null, [])],
  },
  {
    id: 3,
    title: 'an empty value is a delete',
    tags: ['state', 'history'],
    setup: [['put', '~k', '1']],
    steps: [
      call('empty', [['put', '~k', '']]),
      read([
        ['get', '~k'],
        ['history', '~k'],
      ]),
    ],
    expected: [
      done(VALID, null),
      [
        '',
        [
          ['<empty>', '', true],
          ['<setup>', '1', false],
        ],
      ],
    ],
  },
  {
    id: 4,
    title: 'deleting an absent key is VALID and enters the history',
    tags: ['state', 'history'],
    setup: [],
    steps: [call('d', [['del', '~k']]), read([['history', '~k']])],
    expected: [done(VALID, null), [[['<d>', '', true]]]],
  },
  {
    id: 5,
    title: 'put and delete in one transaction is a delete',
    tags: ['state', 'history'],
    setup: [],
    steps: [
      call('pd', [
        ['put', '~k', '1'],
        ['del', '~k'],
      ]),
      read([['history', '~k']]),
    ],
    expected: [done(VALID, null, null), [[['<pd>', '', true]]]],
  },
  {
    id: 6,
    title: 'delete and put in one transaction is a put',
    tags,
    setup: [['put', '~k', '1']],
    steps: [
      call('dp', [
        ['del', '~k'],
        ['put', '~k', '2'],
      ]),
      read([['get', '~k']]),
    ],
    expected: [done(VALID, null, null), ['2']],
  },
  {
    id: 9,
    title: 'two blind writes in one block: both VALID, the later wins, history newest first',
    tags: ['state', 'history', 'block'],
    setup: [],
    steps: [
      hold('a', [['put', '~k', '1']]),
      hold('b', [['put', '~k', '2']]),
      submit('a', 'b'),
      read([
        ['get', '~k'],
        ['history', '~k'],
      ]),
    ],
    expected: [
      HELD,
      HELD,
      [VALID, VALID],
      [
        '2',
        [
          ['<b>', '2', false],
          ['<a>', '1', false],
        ],
      ],
    ],
  },
];
