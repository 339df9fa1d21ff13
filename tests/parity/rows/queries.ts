/** Composite keys, key order and pages. */
import { call, done, HELD, hold, PHANTOM, read, submit, thrown, VALID, type Row } from '../row.js';
import type { Json, Op } from '../json.js';

const put = (...names: readonly string[]): readonly Op[] =>
  names.map((name): Op => ['put', `~${name}`, name]);
const records = (...names: readonly string[]): Json => names.map((name) => [`~${name}`, name]);
const page = (size: number, bookmark = ''): Op => ['page', '~a', '~z', size, bookmark];
const paged = (bookmark: string, ...names: readonly string[]): Json => ({
  records: records(...names),
  paged: { count: names.length, bookmark },
});

export const queryRows: readonly Row[] = [
  {
    id: 23,
    title: 'composite keys match whole parts: B1 not B10, batch not bat',
    tags: ['composite'],
    setup: [
      ['putComposite', '~batch', ['B1', 'x'], '1'],
      ['putComposite', '~batch', ['B10', 'x'], '2'],
      ['putComposite', '~batch', ['B1'], '3'],
    ],
    steps: [
      read([
        ['composite', '~batch', ['B1']],
        ['composite', '~bat', []],
      ]),
    ],
    expected: [
      [
        [
          [['~batch', 'B1'], '3'],
          [['~batch', 'B1', 'x'], '1'],
        ],
        [],
      ],
    ],
  },
  {
    id: 24,
    title: 'an open range skips composite keys, the empty key and keys that begin with NUL',
    tags: ['range', 'composite'],
    setup: [],
    steps: [
      call(
        'w',
        [
          ...put('a', 'b'),
          ['put', '', 'empty'],
          ['put', '\u0000~n', 'nul'],
          ['putComposite', '~t', ['x'], 'composite'],
        ],
        { on: 'space' },
      ),
      read(
        [
          ['range', '', ''],
          ['getAll', ['', '\u0000~n']],
        ],
        { on: 'space' },
      ),
    ],
    expected: [done(VALID, null, null, null, null, null), [records('a', 'b'), ['empty', 'nul']]],
  },
  {
    id: 25,
    title: 'keys are ordered by their bytes in UTF-8',
    tags: ['range'],
    setup: put('\u{1F600}', '\uFFEE', 'a', 'Z'),
    steps: [read([['range', '~', '~\u{10FFFF}']])],
    expected: [[records('Z', 'a', '\uFFEE', '\u{1F600}')]],
  },
  {
    id: 26,
    title:
      'pages of two by bookmark; size 0 is a plain range; size -1 and size 0 with a bookmark give the rest',
    tags: ['page'],
    setup: put('a', 'b', 'c', 'd', 'e'),
    steps: [read([page(2), page(2, '~c'), page(2, '~e'), page(0), page(-1), page(0, '~c')])],
    expected: [
      [
        paged('~c', 'a', 'b'),
        paged('~e', 'c', 'd'),
        paged('', 'e'),
        { records: records('a', 'b', 'c', 'd', 'e'), paged: null },
        { records: records('a', 'b', 'c', 'd', 'e'), paged: { count: '…', bookmark: '' } },
        { records: records('c', 'd', 'e'), paged: { count: '…', bookmark: '' } },
      ],
    ],
  },
  {
    id: 27,
    title: 'no write after a page, no page after a write; the transaction may go on without',
    tags: ['page'],
    setup: put('a', 'b'),
    steps: [
      call('pagePut', [page(2), ['put', '~x', '1']]),
      call('putPage', [['put', '~y', '1'], page(2)]),
      read([['getAll', ['~x', '~y']]]),
    ],
    expected: [
      done(
        VALID,
        paged('', 'a', 'b'),
        thrown(
          'PUT_STATE failed: transaction ID: <pagePut>: …' +
            'Transaction has already performed a paginated query. Writes are not allowed…',
        ),
      ),
      done(VALID, null, thrown('…only in a read-only transaction…')),
      [['', '1']],
    ],
  },
  {
    id: 28,
    title: 'a submitted page is protected up to its last record, not to its bookmark',
    tags: ['page', 'phantom'],
    setup: put('a', 'c', 'e', 'g'),
    steps: [
      hold('first', [page(2)]),
      call('inside', put('b')),
      submit('first'),
      hold('second', [page(2)]),
      call('gap', put('bb')),
      call('later', put('h')),
      submit('second'),
    ],
    expected: [HELD, done(VALID, null), [PHANTOM], HELD, done(VALID, null), done(VALID, null), [VALID]],
  },
];
