/** Read versions: what makes a later transaction fail with MVCC_READ_CONFLICT. */
import { call, done, HELD, hold, MVCC, read, submit, VALID, type Row, SHORT } from '../row.js';
import type { Op } from '../json.js';

const tags = ['mvcc'];
const readK: readonly Op[] = [['get', '~k']];
const bumpK: readonly Op[] = [
  ['get', '~k'],
  ['put', '~k', '1'],
];

export const conflictRows: readonly Row[] = [
  {
    id: 7,
    title: 'two read-modify-writes endorsed together: the second conflicts',
    tags,
    setup: [['put', '~k', '0']],
    steps: [hold('a', bumpK), hold('b', bumpK), submit('a'), submit('b')],
    expected: [HELD, HELD, [VALID], [MVCC]],
  },
  {
    id: 8,
    title: 'the same pair in one block',
    tags: ['mvcc', 'block', SHORT],
    setup: [['put', '~k', '0']],
    steps: [hold('a', bumpK), hold('b', bumpK), submit('a', 'b')],
    expected: [HELD, HELD, [VALID, MVCC]],
  },
  {
    id: 10,
    title: 'writing the same value again changes the version',
    tags,
    setup: [['put', '~k', 'same']],
    steps: [hold('r', readK), call('w', [['put', '~k', 'same']]), submit('r')],
    expected: [HELD, done(VALID, null), [MVCC]],
  },
  {
    id: 11,
    title: 'a key read as absent has been created since',
    tags,
    setup: [],
    steps: [hold('r', readK), call('w', [['put', '~k', '1']]), submit('r')],
    expected: [HELD, done(VALID, null), [MVCC]],
  },
  {
    id: 12,
    title: 'absent, blindly deleted in an earlier block, still absent',
    tags,
    setup: [],
    steps: [hold('r', readK), call('d', [['del', '~k']]), submit('r')],
    expected: [HELD, done(VALID, null), [VALID]],
  },
  {
    id: 13,
    title: 'absent, blindly deleted earlier in the same block',
    tags: ['mvcc', 'block'],
    setup: [],
    steps: [hold('r', readK), hold('d', [['del', '~k']]), submit('d', 'r')],
    expected: [HELD, HELD, [VALID, MVCC]],
  },
  {
    id: 14,
    title: 'absent, created and deleted in between',
    tags,
    setup: [],
    steps: [hold('r', readK), call('w', [['put', '~k', '1']]), call('d', [['del', '~k']]), submit('r')],
    expected: [HELD, done(VALID, null), done(VALID, null), [VALID]],
  },
  {
    id: 64,
    title:
      'a held envelope after its command was sent anew: both VALID unless both create what they read as absent',
    tags: ['mvcc', 'resend', SHORT],
    setup: [],
    steps: [
      hold('blind', [['put', '~blind', '1']]),
      call('blindAgain', [['put', '~blind', '1']]),
      submit('blind'),
      hold('command', bumpK),
      call('commandAgain', bumpK),
      submit('command'),
      read([['history', '~k']]),
    ],
    expected: [
      HELD,
      done(VALID, null),
      [VALID],
      HELD,
      done(VALID, '', null),
      [MVCC],
      [[['<commandAgain>', '1', false]]],
    ],
  },
];
