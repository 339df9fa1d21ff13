/** Private data: who may read and write it, who has to endorse it. */
import {
  C,
  call,
  done,
  failed,
  HELD,
  hold,
  L,
  M,
  MVCC,
  POLICY,
  read,
  submit,
  thrown,
  VALID,
  SHORT,
} from '../row.js';
import type { CallOptions, Row } from '../row.js';
import type { Op } from '../json.js';

const tags = ['private'];
const by = (...endorsers: NonNullable<Exclude<CallOptions['endorsers'], 'planned'>>): CallOptions => ({
  on: 'private',
  endorsers,
});
const members = by(M, C);
const planned: CallOptions = { on: 'private', endorsers: 'planned' };
const put = (collection: string, key = '~k'): Op => ['privatePut', collection, key, 'v'];
const get = (collection: string): Op => ['privateGet', collection, '~k'];
const hash = (collection: string): Op => ['privateHash', collection, '~k'];
const refused = (right: string) =>
  thrown(
    `…tx creator does not have ${right} access permission on privatedata ` +
      'in chaincodeName:private collectionName: duoOwn…',
  );

/** SHA-256 of `v`, the value of every private key here. */
export const HASH_OF_V = '4c94485e0c21ae6c41ce1dfe7b6bfaceea5ab68e40a2476f50208e526f506080';

export const privateRows: readonly Row[] = [
  {
    id: 44,
    title: 'read and written private data of two members under MAJORITY, then under a collection policy',
    tags: ['private', 'planner', SHORT],
    setup: [],
    steps: [
      call('m', [get('duo'), put('duo')], planned),
      call('own', [get('duoOwn'), put('duoOwn')], planned),
      read([get('duoOwn')], { on: 'private' }),
    ],
    expected: [
      failed(
        'endorse',
        'FAILED_PRECONDITION',
        '…no combination of peers can be derived which satisfy the endorsement policy…',
      ),
      done(VALID, '', null),
      ['v'],
    ],
  },
  {
    id: 45,
    title: 'the collection policy does not cover a public key of the same transaction',
    tags: ['private', 'policy'],
    setup: [],
    steps: [call('w', [put('duoOwn'), ['put', '~p', '1']], by(M))],
    expected: [done(POLICY, null, null)],
  },
  {
    id: 46,
    title: 'a client outside the collection may neither read nor write, but ask for the hash',
    tags,
    setup: [],
    steps: [
      call('w', [put('duoOwn')], members),
      read([get('duoOwn'), put('duoOwn'), hash('duoOwn')], { on: 'private', by: L }),
    ],
    expected: [done(VALID, null), [refused('read'), refused('write'), HASH_OF_V]],
  },
  {
    id: 47,
    title: 'a peer outside the collection has the hash only: it throws for a key that exists',
    tags,
    setup: [],
    steps: [
      call('w', [put('open')], members),
      read([get('open')], { on: 'private', by: C }),
      read([get('open'), ['privateGet', 'open', '~absent']], { on: 'private', by: L }),
    ],
    expected: [
      done(VALID, null),
      ['v'],
      [thrown('…private data matching public hash version is not available. Public hash version = …'), ''],
    ],
  },
  {
    id: 48,
    title: 'private reads are checked at commit, by value and by hash',
    tags: ['private', 'mvcc', SHORT],
    setup: [],
    steps: [
      call('w', [put('duoOwn')], members),
      hold('value', [get('duoOwn'), put('duoOwn', '~a')], members),
      hold('hash', [hash('duoOwn'), put('duoOwn', '~b')], members),
      call('again', [put('duoOwn')], members),
      submit('value'),
      submit('hash'),
    ],
    expected: [done(VALID, null), HELD, HELD, done(VALID, null), [MVCC], [MVCC]],
  },
  {
    id: 53,
    title: 'transient data would leave the members under MAJORITY',
    tags: ['private', 'planner'],
    setup: [],
    steps: [call('w', [['transient', 'secret'], put('duo')], { ...planned, transient: { secret: 'v' } })],
    expected: [
      failed(
        'endorse',
        'FAILED_PRECONDITION',
        '…requires endorsement from organisation(s) that are not in the distribution policy…',
      ),
    ],
  },
  {
    id: 65,
    title: 'a peer outside the collection endorses a transaction that asks for the hash',
    tags,
    setup: [],
    steps: [
      call('w', [put('duoOwn')], members),
      call('h', [hash('duoOwn'), ['put', '~p', '1']], by(M, C, L)),
    ],
    expected: [done(VALID, null), done(VALID, HASH_OF_V, null)],
  },
];
