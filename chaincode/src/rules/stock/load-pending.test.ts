import { expect, test } from '@jest/globals';
import { assertMayLeavePending, onArrival } from './load-pending.js';

const shipment = 'a'.repeat(64);

test.each([
  ['quarantine', 'clear', { status: 'quarantine' }],
  ['returned', 'clear', { status: 'returned' }],
  ['pending', 'clear', { status: 'quarantine' }],
  ['pending', 'pending', { status: 'pending', pendingWith: shipment }],
  ['quarantine', 'pending', { status: 'pending', pendingWith: shipment }],
] as const)('%s of a %s load arrives as %o', (status, condition, arrival) => {
  expect(onArrival(status, { condition, shipment })).toEqual(arrival);
});

test.each([
  ['acceptable', 'pending', true],
  ['quarantine', 'pending', true],
  ['returned', 'pending', true],
  ['unacceptable', 'pending', false],
  ['pending', 'pending', false],
  ['acceptable', 'clear', false],
] as const)('to %s while the load is %s is refused: %s', (result, condition, isRefused) => {
  const leave = (): void => {
    assertMayLeavePending(result, condition);
  };
  if (isRefused) expect(leave).toThrow('LOAD_PENDING');
  else expect(leave).not.toThrow();
});
