import { describe, expect, it } from '@jest/globals';
import { generate } from './generate.js';
import { measure } from './measure.js';

const LEAST_FOUND = 0.99;
const MOST_FALSE = 0.0005;

describe('copies among a year of honest trade', () => {
  it('are found, and hardly any honest scan is suspected', () => {
    const measured = measure(generate({ seed: 5, packs: 20_000, copied: 2_000, most: 100 }));
    const { scans, copies, found, falseAlerts } = measured;
    expect(scans).toBeGreaterThanOrEqual(200_000);
    expect(copies).toBeGreaterThanOrEqual(2_000);
    expect(found / copies).toBeGreaterThanOrEqual(LEAST_FOUND);
    expect(falseAlerts / scans).toBeLessThanOrEqual(MOST_FALSE);
  });
});
