import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { spaced } from './spaced.js';

let done: number;
const count = (): void => {
  done += 1;
};
beforeEach(() => {
  done = 0;
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('what is asked for many times at once is done once', () => {
  const { ask } = spaced(count);
  for (let times = 0; times < 50; times += 1) ask(400);
  expect(done).toBe(0);
  jest.advanceTimersByTime(400);
  expect(done).toBe(1);
  jest.advanceTimersByTime(10_000);
  expect(done).toBe(1);
});

test('what is asked for after it was done is done again, two seconds later at the earliest', () => {
  const { ask } = spaced(count);
  ask(400);
  jest.advanceTimersByTime(400);
  ask(400);
  jest.advanceTimersByTime(1_999);
  expect(done).toBe(1);
  jest.advanceTimersByTime(1);
  expect(done).toBe(2);
});

test('what was asked for later is done sooner when it is asked for sooner, and once', () => {
  const { ask } = spaced(count);
  ask(5_000);
  ask(400);
  ask(5_000);
  jest.advanceTimersByTime(400);
  expect(done).toBe(1);
  jest.advanceTimersByTime(10_000);
  expect(done).toBe(1);
});

test('what is cancelled is not done', () => {
  const { ask, cancel } = spaced(count);
  ask(400);
  cancel();
  jest.advanceTimersByTime(10_000);
  expect(done).toBe(0);
  ask(400);
  jest.advanceTimersByTime(400);
  expect(done).toBe(1);
});
