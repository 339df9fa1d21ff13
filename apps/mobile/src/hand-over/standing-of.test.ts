import { describe, expect, it } from '@jest/globals';
import type { DeviceKey } from '@yaosu/identity/keys/device-key';
import { standingOf } from './standing-of.js';

const me = { person: 'p-me', key: { kid: 'k-me' } as DeviceKey };
const known = { enterprise: 'linhe', functions: [], isRevoked: false };
const keys = {
  'k-keeper': { ...known, person: 'p-keeper' },
  'k-mine-too': { ...known, person: 'p-me' },
  'k-lost': { ...known, person: 'p-keeper', isRevoked: true },
  'k-machine': { ...known, person: null },
};

describe('the key of the other phone', () => {
  it.each([
    ['k-keeper', 'linhe', 'known'],
    ['k-machine', 'linhe', 'known'],
    ['k-keeper', 'jiezhou', 'wrong'],
    ['k-lost', 'linhe', 'wrong'],
    ['k-me', 'linhe', 'self'],
    ['k-mine-too', 'linhe', 'self'],
    ['k-new', 'linhe', 'unknown'],
  ])('%s of %s is %s', (k, e, expected) => {
    expect(standingOf({ e, k, p: '' }, { keys }, me)).toBe(expected);
  });
});
