/** Endorsement policies of chaincodes and of single keys. */
import {
  C,
  call,
  done,
  events,
  forge,
  HELD,
  hold,
  L,
  M,
  MVCC,
  POLICY,
  R,
  read,
  submit,
  VALID,
  type Row,
  SHORT,
} from '../row.js';
import type { Op } from '../json.js';

const tags = ['policy'];
const guard = (key: string, role: string, ...organisations: readonly string[]): readonly Op[] => [
  ['put', key, '1'],
  ['setPolicy', key, role, organisations],
];
const putK: readonly Op[] = [['put', '~k', '2']];

export const policyRows: readonly Row[] = [
  {
    id: 38,
    title: 'one organisation of four does not do, not even for a read',
    tags,
    setup: [],
    steps: [call('w', putK, { endorsers: [M] }), call('r', [['get', '~k']], { endorsers: [M] })],
    expected: [done(POLICY, null), done(POLICY, '')],
  },
  {
    id: 39,
    title: 'a key guarded by two: they do, three others do not, one more key does not',
    tags: [...tags, SHORT],
    setup: guard('~k', 'PEER', M, R),
    steps: [
      call('others', putK, { endorsers: [M, C, L] }),
      call('two', putK, { endorsers: [M, R] }),
      read([['getPolicy', '~k']]),
      call('more', [...putK, ['put', '~o', '1']], { endorsers: [M, R] }),
    ],
    expected: [done(POLICY, null), done(VALID, null), [[M, R]], done(POLICY, null, null)],
  },
  {
    id: 40,
    title: 'a change of policy bumps the version and leaves no history',
    tags: ['policy', 'mvcc', 'history'],
    setup: [['put', '~k', '1']],
    steps: [
      hold('r', [['get', '~k']]),
      call('p', [['setPolicy', '~k', 'PEER', [M]]]),
      submit('r'),
      read([
        ['history', '~k'],
        ['getPolicy', '~k'],
      ]),
    ],
    expected: [HELD, done(VALID, null), [MVCC], [[['<setup>', '1', false]], [M]]],
  },
  {
    id: 41,
    title: 'a change of policy, then a write of the key in the same block',
    tags: ['policy', 'block', SHORT],
    setup: [['put', '~k', '1']],
    steps: [hold('p', [['setPolicy', '~k', 'PEER', [M]]]), hold('w', putK), submit('p', 'w')],
    expected: [HELD, HELD, [VALID, POLICY]],
  },
  {
    id: 42,
    title: 'a policy for an absent key is VALID and not kept',
    tags,
    setup: [],
    steps: [call('p', [['setPolicy', '~k', 'PEER', [M]]]), read([['getPolicy', '~k']])],
    expected: [done(VALID, null), [null]],
  },
  {
    id: 43,
    title: 'deleting a key clears its policy, creating it again falls back to the chaincode',
    tags,
    setup: guard('~k', 'PEER', R),
    steps: [
      call('d', [['del', '~k']], { endorsers: [R] }),
      read([['getPolicy', '~k']]),
      call('w', putK, { endorsers: [R] }),
    ],
    expected: [done(VALID, null), [null], done(POLICY, null)],
  },
  {
    id: 61,
    title: 'an endorsement by a client does for MEMBER, not for PEER',
    tags: ['policy', 'signature', SHORT],
    setup: [...guard('~m', 'MEMBER', C), ...guard('~p', 'PEER', C)],
    steps: [
      hold('m', [['put', '~m', '2']], { endorsers: [C] }),
      forge('m', C),
      submit('m'),
      hold('p', [['put', '~p', '2']], { endorsers: [C] }),
      forge('p', C),
      submit('p'),
      read([['getAll', ['~m', '~p']]]),
    ],
    expected: [HELD, HELD, [VALID], HELD, HELD, [POLICY], [['2', '1']]],
  },
  {
    id: 62,
    title: 'the same policy set again, then a write of the key in the same block',
    tags: ['policy', 'block'],
    setup: guard('~k', 'PEER', M),
    steps: [
      hold('p', [['setPolicy', '~k', 'PEER', [M]]], { endorsers: [M] }),
      hold('w', putK, { endorsers: [M] }),
      submit('p', 'w'),
    ],
    expected: [HELD, HELD, [VALID, POLICY]],
  },
  {
    id: 63,
    title: 'an event about a guarded key needs only the policy of the chaincode',
    tags: ['policy', 'event'],
    setup: [],
    steps: [
      call('guard', guard('~k', 'PEER', R), { on: 'pair', endorsers: [M, C] }),
      call('e', [['event', '~e', 'about k']], { on: 'pair', endorsers: [C, L] }),
      events,
    ],
    expected: [done(VALID, null, null), done(VALID, null), [['<e>', '~e', 'about k']]],
  },
];
