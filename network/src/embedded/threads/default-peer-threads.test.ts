import { expect, test } from '@jest/globals';
import { defaultPeerThreads } from './default-peer-threads.js';

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [4, 2],
  [64, 2],
])('%i cores leave %i over for peers', (cores, threads) => {
  expect(defaultPeerThreads(cores)).toBe(threads);
});
