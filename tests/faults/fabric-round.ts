/** One fault on a real network under load: hurt, heal, send again what was not answered, check. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Violation } from '../invariants/violation.js';
import { refusalWords, sendAll, type Outcome } from './burst.js';
import type { Fault, Hurting } from './fabric-faults.js';
import { startLoad } from './steady.js';
import { Watch } from './watch.js';
import type { World } from './world.js';

/** What a fault showed. */
export interface FabricRound {
  readonly fault: Fault;
  readonly acknowledged: number;
  readonly pauseMs: number;
  readonly answerMs: number;
  /** Those that were not there before. */
  readonly violations: readonly Violation[];
  /** What else is not as it has to be. */
  readonly faults: readonly string[];
}

const BLOCKS_BEFORE = 10;
const BLOCKS_AFTER = 20;
const IN_FLIGHT = 16;
/** The ledger grows again so soon after healing (I12). */
const GREEN_MS = 60_000;

/** @returns why it did not come to its end, if it did not */
const hurtAndHeal = async (
  { hurt, lastsMs }: Fault,
  hurting: Hurting,
  watch: Watch,
): Promise<readonly string[]> => {
  try {
    await watch.grown(BLOCKS_BEFORE, GREEN_MS);
    const heal = await hurt(hurting);
    await delay(lastsMs);
    await heal();
    await watch.grown(BLOCKS_AFTER, GREEN_MS);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

const tooLong = (
  { mostPauseMs, mostAnswerMs = Infinity }: Fault,
  { pauseMs, answerMs }: Pick<FabricRound, 'pauseMs' | 'answerMs'>,
): readonly string[] => [
  ...(pauseMs > mostPauseMs ? [`the ledger did not grow for ${pauseMs.toFixed(0)} ms`] : []),
  ...(answerMs > mostAnswerMs ? [`an answer took ${answerMs.toFixed(0)} ms`] : []),
];

const refusedIn = ({ refused, unanswered, unsent }: Outcome): readonly string[] => [
  ...refused.map(refusalWords),
  ...[...unanswered, ...unsent].map(({ act }) => `${act.name} was not answered after healing`),
];

/** The fault, from the first write before it to the last check after it; the gateway runs again afterwards. */
export const playFault = async (world: World, fault: Fault): Promise<FabricRound> => {
  const watch = await Watch.start(world.plan.topology);
  const load = startLoad(() => world.newOrder());
  const failed = await hurtAndHeal(fault, { world, load }, watch);
  const pauseMs = await watch.end();
  const before = await load.end();
  const after = await sendAll(before.unanswered, { inFlight: IN_FLIGHT });
  const acknowledged = [...before.acknowledged, ...after.acknowledged];
  const unsettled = await world.settled(acknowledged);
  world.acknowledged.push(...acknowledged);
  const violations = await world.check();
  await world.restart();
  const times = { pauseMs, answerMs: before.longestAnswerMs };
  const refused = refusedIn({ ...after, refused: [...before.refused, ...after.refused] });
  return {
    fault,
    acknowledged: acknowledged.length,
    ...times,
    violations,
    faults: [...failed, ...refused, ...unsettled, ...tooLong(fault, times)],
  };
};
