/** The short form of `npm run faults -- embedded`: one round, at a system call where there is strace. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endAndCheck, newRun, playRound, startOn, type Run } from './embedded.js';

const MINUTES = 60_000;
const SEED = 2;
/** Every third round is one by system call. */
const ROUND = 3;
const LEAST_UNANSWERED = 8;

describe('a server killed with commands unanswered', () => {
  let run: Run;
  beforeAll(async () => {
    run = await newRun(SEED);
  }, 2 * MINUTES);
  afterAll(() => rm(run.server.data, { recursive: true, force: true }));

  test(
    'loses nothing, does nothing twice and keeps every invariant',
    async () => {
      const { round, server } = await playRound(run, await startOn(run), ROUND);
      expect(round.faults).toEqual([]);
      expect(await endAndCheck(run, server)).toEqual({ violations: [], faults: [] });
      expect(round.unanswered).toBeGreaterThanOrEqual(LEAST_UNANSWERED);
      expect(run.acknowledged.length).toBeGreaterThanOrEqual(round.acknowledged);
    },
    3 * MINUTES,
  );
});
