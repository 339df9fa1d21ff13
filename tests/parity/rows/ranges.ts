/** Ranges read again at commit: phantoms, prefetch and what is not protected. */
import { call, done, HELD, hold, PHANTOM, submit, VALID, type Row, type Step, SHORT } from '../row.js';
import type { Op } from '../json.js';

const tags = ['phantom'];
const four: readonly Op[] = ['~b', '~d', '~f', '~h'].map((key): Op => ['put', key, 'v']);
const all: Step = hold('r', [['range', '~a', '~m']]);

export const rangeRows: readonly Row[] = [
  {
    id: 15,
    title: 'an insert in the range',
    tags: [...tags, SHORT],
    setup: four,
    steps: [all, call('w', [['put', '~c', 'v']]), submit('r')],
    expected: [HELD, done(VALID, null), [PHANTOM]],
  },
  {
    id: 16,
    title: 'a delete in the range',
    tags,
    setup: four,
    steps: [all, call('w', [['del', '~d']]), submit('r')],
    expected: [HELD, done(VALID, null), [PHANTOM]],
  },
  {
    id: 17,
    title: 'an update in the range is a phantom too',
    tags,
    setup: four,
    steps: [all, call('w', [['put', '~d', 'w']]), submit('r')],
    expected: [HELD, done(VALID, null), [PHANTOM]],
  },
  {
    id: 18,
    title: 'one of four records read: the peer has read the rest ahead',
    tags: ['phantom', 'prefetch'],
    setup: four,
    steps: [hold('r', [['range', '~a', '~m', 1]]), call('w', [['put', '~k', 'v']]), submit('r')],
    expected: [HELD, done(VALID, null), [PHANTOM]],
  },
  {
    id: 19,
    title: 'one of 150 records read: the range ends at the 101st',
    tags: ['phantom', 'prefetch'],
    setup: [
      ['putMany', '~a', 150],
      ['putMany', '~b', 150],
    ],
    steps: [
      hold('inside', [['range', '~a', '~az', 1]]),
      call('w', [['put', '~a100x', 'v']]),
      submit('inside'),
      hold('after', [['range', '~b', '~bz', 1]]),
      call('v', [['put', '~b101x', 'v']]),
      submit('after'),
    ],
    expected: [HELD, done(VALID, null), [PHANTOM], HELD, done(VALID, null), [VALID]],
  },
  {
    id: 20,
    title: 'an insert outside the range',
    tags,
    setup: four,
    steps: [all, call('w', [['put', '~x', 'v']]), submit('r')],
    expected: [HELD, done(VALID, null), [VALID]],
  },
  {
    id: 21,
    title: 'an insert earlier in the same block',
    tags: ['phantom', 'block'],
    setup: four,
    steps: [all, hold('w', [['put', '~c', 'v']]), submit('w', 'r')],
    expected: [HELD, HELD, [VALID, PHANTOM]],
  },
  {
    id: 22,
    title: 'history is not protected',
    tags: ['history'],
    setup: [['put', '~k', '1']],
    steps: [hold('r', [['history', '~k']]), call('w', [['put', '~k', '2']]), submit('r')],
    expected: [HELD, done(VALID, null), [VALID]],
  },
];
