import { describe, expect, it } from '@jest/globals';
import {
  FIRST_WINDOW,
  mayPass,
  MOST_WINDOW,
  nextOrdering,
  takesLong,
  type Ordering,
  type OrderingEvent,
} from './ordering.js';

const PRESENT: Ordering = { name: 'present' };
const AWAY: Ordering = { name: 'away', failures: 2 };
const ASKING: Ordering = { name: 'asking', failures: 2 };
const PROBED: Ordering = { name: 'probed', failures: 2 };
const BACK: Ordering = { name: 'returning', window: FIRST_WINDOW };
const EVENTS: readonly OrderingEvent[] = [
  'ordered',
  'unordered',
  'silent',
  'due',
  'admitted',
  'drained',
  'backlog',
];

/** Every cell that is not here leaves the state as it is. */
const CELLS: readonly (readonly [Ordering, OrderingEvent, Ordering])[] = [
  [PRESENT, 'unordered', { name: 'away', failures: 1 }],
  [PRESENT, 'backlog', BACK],
  [AWAY, 'ordered', BACK],
  [AWAY, 'due', ASKING],
  [ASKING, 'ordered', BACK],
  [ASKING, 'admitted', PROBED],
  [PROBED, 'ordered', BACK],
  [PROBED, 'unordered', { name: 'away', failures: 3 }],
  [PROBED, 'due', { name: 'away', failures: 3 }],
  [PROBED, 'silent', ASKING],
  [BACK, 'unordered', { name: 'away', failures: 1 }],
  [BACK, 'ordered', { name: 'returning', window: FIRST_WINDOW + 1 }],
  [BACK, 'drained', PRESENT],
];

describe('what is known of the orderers', () => {
  it.each(
    [PRESENT, AWAY, ASKING, PROBED, BACK].flatMap((state) => EVENTS.map((event) => [state, event] as const)),
  )('%j, then %s', (state, event) => {
    const cell = CELLS.find(([from, what]) => from === state && what === event);
    expect(nextOrdering(state, event)).toEqual(cell?.[2] ?? state);
  });

  it('lets no more through at a time than the window, which has an end', () => {
    const widest: Ordering = { name: 'returning', window: MOST_WINDOW };
    expect(nextOrdering(widest, 'ordered')).toEqual(widest);
    expect([mayPass(widest, MOST_WINDOW - 1), mayPass(widest, MOST_WINDOW)]).toEqual([true, false]);
  });

  it.each([
    [PRESENT, true],
    [AWAY, false],
    [ASKING, true],
    [PROBED, false],
    [BACK, true],
  ])('%j lets a first one through: %s', (state, expected) => {
    expect(mayPass(state, 0)).toBe(expected);
  });

  it.each([
    [AWAY, 0, true],
    [ASKING, 0, true],
    [PROBED, 0, true],
    [BACK, MOST_WINDOW, false],
    [BACK, MOST_WINDOW + 1, true],
    [PRESENT, 0, false],
  ])('%j with %i waiting takes long: %s', (state, held, expected) => {
    expect(takesLong(state, held)).toBe(expected);
  });
});
