import { expect, test } from '@jest/globals';
import { newTurns } from './turns.js';

test('a page that was asked for first and comes last is not shown over the later one', () => {
  const turns = newTurns();
  const first = turns();
  expect(first()).toBe(true);
  const second = turns();
  expect([first(), second()]).toEqual([false, true]);
});
