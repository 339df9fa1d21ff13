// Order of the suites where no earlier run tells how long each takes, as on CI: by size Jest would begin the longest last.
import TestSequencer from '@jest/test-sequencer';

/** What takes more than half a minute, the longest first. */
const LONG = [
  'tests/rights-of-reads/matrix.test.ts',
  'tests/bad-input/bad-input.test.ts',
  'gateway/src/proofs/folder/verify-data.test.ts',
  'gateway/src/epcis/own-acts/story-events.test.ts',
  'gateway/src/epcis/epcis-routes.test.ts',
  'gateway/src/proofs/proofs.test.ts',
];

const rankOf = ({ path }) => {
  const at = LONG.findIndex((suite) => path.endsWith(suite));
  return at < 0 ? LONG.length : at;
};

/** Jest's order but for the suites that are known to be long. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
