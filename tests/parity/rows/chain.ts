/** Transaction ids, definitions and the chain of blocks. */
import {
  blocks,
  chain,
  DUPLICATE,
  endorseAgain,
  failed,
  HELD,
  hold,
  MVCC,
  submit,
  upgrade,
  VALID,
  SHORT,
} from '../row.js';
import type { Row } from '../row.js';
import type { Op } from '../json.js';

const putK: readonly Op[] = [['put', '~k', '1']];
/** SmartBFT's orderers know what they have in hand and what they have ordered lately. */
const KNOWN_ENVELOPE = failed('submit', 'ABORTED', '…request already …');

export const chainRows: readonly Row[] = [
  {
    id: 54,
    title: 'the same envelope twice, in two blocks and in one',
    tags: ['txid', 'block', SHORT],
    setup: [],
    steps: [hold('a', putK), submit('a'), submit('a'), hold('b', putK), submit('b', 'b')],
    expected: [HELD, [VALID], [DUPLICATE], HELD, [VALID, DUPLICATE]],
    onBft: [HELD, [VALID], KNOWN_ENVELOPE, HELD, KNOWN_ENVELOPE],
  },
  {
    id: 55,
    title: 'a committed transaction id is not endorsed again',
    tags: ['txid', 'error'],
    setup: [],
    steps: [hold('a', putK), submit('a'), endorseAgain('a')],
    expected: [HELD, [VALID], failed('endorse', '…', '…duplicate transaction found…')],
  },
  {
    id: 56,
    title: 'a new definition between endorsement and commit',
    tags: ['definition', 'mvcc'],
    setup: [],
    steps: [hold('a', putK, { on: 'bump' }), upgrade('bump'), submit('a')],
    expected: [HELD, 'upgraded', [MVCC]],
  },
  {
    id: 60,
    title: 'every header and data hash recomputed from block 0, past block 128',
    tags: ['block'],
    setup: [],
    steps: [blocks(130), chain],
    expected: [130, 'whole'],
  },
];
