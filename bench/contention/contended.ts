import type { Stage } from '@yaosu/gateway/story/stage';
import { inFlight, paceOf, perSecond } from '../harness/measure.js';
import { proposalsOf, type Proposals } from '../harness/server.js';

/** How many acts at once, how long, and what their proposals came to. */
export interface Contended {
  readonly perSecond: number;
  readonly before: Proposals;
  readonly after: Proposals;
}

/** Sends all at once. */
export const contended = async (
  stage: Stage,
  act: string,
  works: readonly (() => Promise<unknown>)[],
): Promise<Contended> => {
  const before = await proposalsOf(stage.url, [act]);
  const pace = await paceOf(works.length, () => inFlight(works.length, works));
  return { perSecond: perSecond(pace), before, after: await proposalsOf(stage.url, [act]) };
};

/** Works that prepare, so many at a time. */
export const PREPARING = 8;
