import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { CONFORMANCE_FOLDER, FLOORS, IS_DEFAULT_FOLDER } from './folder.js';
import { runSets, setsIn } from './run-sets.js';
import { SETS } from './sets/index.js';

const isThere = existsSync(CONFORMANCE_FOLDER);
(isThere ? describe : describe.skip)('public vectors (skipped without the conformance folder)', () => {
  const sets = IS_DEFAULT_FOLDER ? SETS : setsIn(CONFORMANCE_FOLDER, SETS).held;
  const results = isThere ? runSets(CONFORMANCE_FOLDER, sets, FLOORS) : [];
  test.each(sets.map(({ name }) => name))('%s is not under its floor', (name) => {
    const result = results.find((each) => each.name === name);
    expect(result?.problem).toBeUndefined();
    expect(result?.passed).toBeGreaterThanOrEqual(FLOORS[name] ?? Infinity);
  });
});

describe('a set', () => {
  const set = { name: 'x', at: '.', leftOut: [] };
  const judge = (cases: readonly boolean[], floors: Record<string, number>) =>
    runSets(
      import.meta.dirname,
      [{ ...set, cases: () => cases.map((ok, i) => ({ id: String(i), passes: () => ok })) }],
      floors,
    )[0]?.problem;

  test.each([
    ['at its floor', [true, false], { x: 1 }, undefined],
    ['under its floor', [true, false], { x: 2 }, 'under its floor of 2'],
    ['without cases', [], { x: 0 }, 'no case was run'],
    ['without a floor', [true], {}, 'it has no floor'],
  ])('%s', (_, cases, floors, problem) => {
    expect(judge(cases, floors)).toBe(problem);
  });

  test('that is missing is a failure', () => {
    const [result] = runSets(import.meta.dirname, [{ ...set, at: 'nowhere', cases: () => [] }], { x: 0 });
    expect(result?.problem).toBe('it is missing');
  });
});
