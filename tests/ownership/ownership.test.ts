import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Stage } from '../support/stage.js';
import { CASES } from './cases.js';
import { sendWithSmallest, sufficientSets } from './judge.js';
import { KINDS } from './kinds.js';

describe('nobody rules over another’s goods', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  // One of them brings a behaviour into force on which a kind of key rests.
  test.each(CASES)('$title: $expected', async ({ run, expected }) => {
    expect(await run(stage)).toEqual(expected);
  });

  test.each(KINDS)('$title: of fifteen sets of endorsers, exactly $suffices', async (kind) => {
    expect(await sufficientSets(stage, kind)).toBe(kind.suffices);
    expect(await sendWithSmallest(stage, kind)).toBe('VALID');
  });
});
