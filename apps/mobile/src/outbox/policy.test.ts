import { describe, expect, it } from '@jest/globals';
import type { Entry } from './entry.js';
import { needsEyes } from './policy.js';

const sent = (outcome: string | null, rest: Partial<Entry> = {}): Entry =>
  ({ state: 'onLedger', receipt: { txId: 'a'.repeat(64), block: 1, outcome }, ...rest }) as Entry;

describe('what somebody has to look at', () => {
  it.each<readonly [string, Entry, boolean]>([
    ['a refusal', { state: 'refused', receipt: null } as Entry, true],
    ['a contradiction', sent('disputed'), true],
    ['a deviation', sent('deviating'), true],
    ['a deviation that was seen', sent('deviating', { isSeen: true }), false],
    ['what was recorded as told', sent('recorded'), false],
    ['a permission', sent(null), false],
    ['what still waits', { state: 'onDevice', receipt: null } as Entry, false],
  ])('%s', (_, entry, expected) => {
    expect(needsEyes(entry)).toBe(expected);
  });
});
