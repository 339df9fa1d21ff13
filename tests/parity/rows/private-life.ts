/** The life of private data: expiry, purge, implicit collections, dissemination. */
import {
  blocks,
  C,
  call,
  done,
  failed,
  HELD,
  hold,
  M,
  MVCC,
  POLICY,
  read,
  submit,
  thrown,
  VALID,
} from '../row.js';
import type { CallOptions, Row, Step } from '../row.js';
import type { Op } from '../json.js';
import { HASH_OF_V } from './private-data.js';

const tags = ['private'];
const members: CallOptions = { on: 'private', endorsers: [M, C] };
const look = (collection: string): Step =>
  read(
    [
      ['privateGet', collection, '~k'],
      ['privateHash', collection, '~k'],
    ],
    { on: 'private' },
  );
const put = (collection: string): readonly Op[] => [['privatePut', collection, '~k', 'v']];
const range: Op = ['privateRange', 'duoOwn', '~a', '~z'];

export const privateLifeRows: readonly Row[] = [
  {
    id: 49,
    title: 'two blocks to live: there at +2, gone at +3, and a reader from before conflicts',
    tags: ['private', 'mvcc'],
    setup: [],
    steps: [
      call('w', put('brief'), members),
      blocks(2),
      look('brief'),
      hold(
        'stale',
        [
          ['privateGet', 'brief', '~k'],
          ['privatePut', 'brief', '~o', '1'],
        ],
        members,
      ),
      blocks(1),
      look('brief'),
      submit('stale'),
    ],
    expected: [done(VALID, null), 2, ['v', HASH_OF_V], HELD, 1, ['', ''], [MVCC]],
  },
  {
    id: 50,
    title: 'private ranges and writes exclude each other in either order',
    tags,
    setup: [],
    steps: [
      read([...put('duoOwn'), range], { on: 'private' }),
      read([range, ...put('duoOwn')], { on: 'private' }),
    ],
    expected: [
      [null, thrown('…only in a read-only transaction…')],
      [[], thrown('…Transaction has already performed queries on pvt data. Writes are not allowed…')],
    ],
  },
  {
    id: 51,
    title: 'purge, purge of an absent key, delete: VALID, value and hash are gone',
    tags,
    setup: [],
    steps: [
      call('w', put('duoOwn'), members),
      look('duoOwn'),
      call('purge', [['privatePurge', 'duoOwn', '~k']], members),
      look('duoOwn'),
      call('absent', [['privatePurge', 'duoOwn', '~absent']], members),
      call('w2', put('duoOwn'), members),
      call('del', [['privateDel', 'duoOwn', '~k']], members),
      look('duoOwn'),
    ],
    expected: [
      done(VALID, null),
      ['v', HASH_OF_V],
      done(VALID, null),
      ['', ''],
      done(VALID, null),
      done(VALID, null),
      done(VALID, null),
      ['', ''],
    ],
  },
  {
    id: 52,
    title: 'implicit collections: own, of another with its endorsement, of another without',
    tags: ['private', 'policy'],
    setup: [],
    steps: [
      call('own', put('_implicit_org_ManufacturerMSP'), { on: 'private', endorsers: [M] }),
      look('_implicit_org_ManufacturerMSP'),
      call('with', put('_implicit_org_CdmoMSP'), { on: 'private', endorsers: [C] }),
      call('without', put('_implicit_org_CdmoMSP'), { on: 'private', endorsers: [M] }),
    ],
    expected: [done(VALID, null), ['v', HASH_OF_V], done(VALID, null), done(POLICY, null)],
  },
  {
    id: 59,
    title: 'fewer member peers than a collection requires',
    tags: ['private', 'error'],
    setup: [],
    steps: [call('w', put('distant'), members)],
    expected: [failed('endorse', 'ABORTED', '…required to disseminate to at least 3 peers…')],
  },
];
