import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { leadingTo } from './leading-to.js';

const page = { hash: '' };
const real = Object.getOwnPropertyDescriptor(globalThis, 'location');

beforeEach(() => {
  page.hash = '#/trip/1';
  Object.defineProperty(globalThis, 'location', { value: page, configurable: true });
});
afterEach(() => {
  if (real === undefined) Reflect.deleteProperty(globalThis, 'location');
  else Object.defineProperty(globalThis, 'location', real);
});

test('who waits for the work is led on', () => {
  leadingTo('#/outbox')();
  expect(page.hash).toBe('#/outbox');
});

test('who has gone elsewhere meanwhile stays there', () => {
  const leadOn = leadingTo('#/outbox');
  page.hash = '#/';
  leadOn();
  expect(page.hash).toBe('#/');
});
