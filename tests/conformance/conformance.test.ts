import { beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { CONFORMANCE_FOLDER, FLOORS, IS_DEFAULT_FOLDER } from './folder.js';
import { runSets, setsIn, type SetResult } from './run-sets.js';
import { SETS } from './sets/index.js';

const isThere = existsSync(CONFORMANCE_FOLDER);
(isThere ? describe : describe.skip)('public vectors (skipped without the conformance folder)', () => {
  const sets = IS_DEFAULT_FOLDER ? SETS : setsIn(CONFORMANCE_FOLDER, SETS).held;
  const measure = { floors: FLOORS, isDefaultFolder: IS_DEFAULT_FOLDER };
  let results: readonly SetResult[] = [];
  beforeAll(async () => {
    results = await runSets(CONFORMANCE_FOLDER, sets, measure);
  }, 120_000);
  test.each(sets.map(({ name }) => name))('%s is not under its floor', (name) => {
    const result = results.find((each) => each.name === name);
    expect(result?.problem).toBeUndefined();
    if (IS_DEFAULT_FOLDER) expect(result?.passed).toBeGreaterThanOrEqual(FLOORS[name] ?? Infinity);
  });
});

describe('a set', () => {
  const set = { name: 'x', at: '.', leftOut: [] };
  const judge = async (cases: readonly boolean[], floors: Record<string, number>, isDefaultFolder = true) => {
    const [result] = await runSets(
      import.meta.dirname,
      [{ ...set, cases: () => cases.map((ok, i) => ({ id: String(i), passes: () => ok })) }],
      { floors, isDefaultFolder },
    );
    return result?.problem;
  };

  test.each([
    ['at its floor', [true, false], { x: 1 }, undefined],
    ['under its floor', [true, false], { x: 2 }, 'under its floor of 2'],
    ['without cases', [], { x: 0 }, 'no case was run'],
    ['without a floor', [true], {}, 'it has no floor'],
  ])('%s', async (_, cases, floors, problem) => {
    expect(await judge(cases, floors)).toBe(problem);
  });

  test.each([
    [[true, true], undefined],
    [[true, false], 'under its floor of 2'],
  ])('of another folder has to pass as a whole: %j', async (cases, problem) => {
    expect(await judge(cases, { x: 3 }, false)).toBe(problem);
  });

  test('that is missing is a failure', async () => {
    const [result] = await runSets(import.meta.dirname, [{ ...set, at: 'nowhere', cases: () => [] }], {
      floors: { x: 0 },
      isDefaultFolder: true,
    });
    expect(result?.problem).toBe('it is missing');
  });
});
