/** What a client is told when a call fails, and the forms in which a function returns. */
import { call, done, failed, read, VALID, type CallOptions, type Row, SHORT } from '../row.js';

const raw = (contract: string, fn: string, ...args: readonly string[]): CallOptions => ({
  raw: { contract, fn, args },
});
const give = (form: string): CallOptions => raw('Probe', 'give', form);

export const errorRows: readonly Row[] = [
  {
    id: 35,
    title: 'unknown function, unknown contract, wrong number of arguments',
    tags: ['error'],
    setup: [],
    steps: [
      read([], raw('', 'nope', 'x')),
      read([], raw('Nope', 'run', '[]')),
      read([], raw('Probe', 'run')),
    ],
    expected: [
      failed('evaluate', 'UNKNOWN', "…You've asked to invoke a function that does not exist: nope…"),
      failed('evaluate', 'UNKNOWN', '…Contract name is not known: Nope…'),
      failed('evaluate', 'UNKNOWN', '…Expected 1 parameters, but 0 have been supplied…'),
    ],
  },
  {
    id: 36,
    title: 'a throw reaches the client and nothing is stored',
    tags: ['error', SHORT],
    setup: [],
    steps: [
      read([
        ['put', '~k', '1'],
        ['throw', 'boom'],
      ]),
      call('w', [
        ['put', '~k', '1'],
        ['throw', 'boom'],
      ]),
      read([['get', '~k']]),
    ],
    expected: [failed('evaluate', 'UNKNOWN', '…boom…'), failed('endorse', 'ABORTED', '…boom…'), ['']],
  },
  {
    id: 37,
    title: 'endorsers that disagree, in a write or in the result only',
    tags: ['error', 'determinism', SHORT],
    setup: [],
    steps: [call('w', [['putRandom', '~k']]), call('r', [['random']])],
    expected: [
      failed('endorse', 'ABORTED', '…ProposalResponsePayloads do not match…'),
      failed('endorse', 'ABORTED', '…ProposalResponsePayloads do not match…'),
    ],
  },
  {
    id: 57,
    title: 'returned undefined, 5, {}, Buffer and empty text as bytes',
    tags: ['return'],
    setup: [],
    steps: [
      read([], give('undefined')),
      read([], give('number')),
      read([], give('object')),
      read([], give('buffer')),
      read([], give('empty')),
    ],
    expected: ['', '5', '{}', '{"type":"Buffer","data":[1,2]}', ''],
  },
  {
    id: 58,
    title: 'an envelope of 11 MB is refused by the orderer',
    tags: ['error', 'limit'],
    setup: [],
    steps: [call('big', [['get', '~k']], { pad: 11_000_000 }), call('small', [['get', '~k']], { pad: 1000 })],
    expected: [
      failed('submit', 'ABORTED', '…BAD_REQUEST…exceeds maximum allowed 10485760 bytes…'),
      done(VALID, '', 1000),
    ],
  },
];
