import { describe, expect, test } from '@jest/globals';
import { newAllowance } from './allowance.js';

const newCounted = () => {
  const clock = { now: 0, nowMs: () => clock.now };
  return { clock, secondsToWait: newAllowance(clock, 2) };
};

describe('the allowance of an address', () => {
  test('is so many calls a minute, and begins anew afterwards', () => {
    const { clock, secondsToWait } = newCounted();
    expect([secondsToWait('192.0.2.1'), secondsToWait('192.0.2.1')]).toEqual([0, 0]);
    clock.now = 20_001;
    expect(secondsToWait('192.0.2.1')).toBe(40);
    clock.now = 60_000;
    expect(secondsToWait('192.0.2.1')).toBe(0);
  });

  test('is no other address’s, and one for a network of IPv6', () => {
    const { secondsToWait } = newCounted();
    for (const address of ['2001:db8:0:1::1', '2001:db8:0:2::2']) expect(secondsToWait(address)).toBe(0);
    expect(secondsToWait('2001:db8:0:3::3')).toBe(60);
    expect(secondsToWait('192.0.2.2')).toBe(0);
  });
});
