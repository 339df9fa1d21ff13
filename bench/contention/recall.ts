import { setTimeout as pause } from 'node:timers/promises';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import type { Lot } from '@yaosu/gateway/story/batches';
import { STAFF } from '@yaosu/gateway/story/staff';
import type { Stage } from '@yaosu/gateway/story/stage';
import { inFlight } from '../harness/measure.js';
import { proposalsOf, type Proposals } from '../harness/server.js';
import { PREPARING } from './contended.js';
import { newLot, releasedLot } from './lots.js';

const { cdmo } = STAFF;
const TRANSFORMS = 200;
const RUN_IN_MS = 3_000;
const TRANSFORMS_PER_SECOND = 20;
const WIDTH = 4;
const MS_PER_SECOND = 1_000;

const transform = (stage: Stage, output: Lot, input: Lot, quantity: string): Promise<unknown> =>
  stage.send(cdmo.production, batchActs.transform, {
    batch: output.batch,
    quantity,
    unit: output.unit,
    inputs: [{ batch: input.batch, quantity, unit: input.unit, site: input.site, kind: 'use' }],
    theoretical: quantity,
    yieldLimits: { lower: 9_000, upper: 10_200 },
    losses: [],
    approval: null,
  });

const grownFrom = async (stage: Stage, inputs: readonly Lot[], quantity: string): Promise<readonly Lot[]> => {
  const grown: Lot[] = [];
  const works = inputs.map((input) => async () => {
    const lot = await newLot(stage, null);
    await transform(stage, lot, input, quantity);
    grown.push(await releasedLot(stage, lot, quantity));
  });
  await inFlight(PREPARING, works);
  return grown;
};

/** A root, two levels that were made of it, and what is made of the second while the recall begins. */
interface Production {
  readonly root: Lot;
  readonly second: readonly Lot[];
  readonly outputs: readonly Lot[];
}

const prepareProduction = async (stage: Stage): Promise<Production> => {
  const root = await releasedLot(stage, await newLot(stage, '100000'), '100000');
  const roots = Array.from({ length: WIDTH }, () => root);
  const second = await grownFrom(stage, await grownFrom(stage, roots, '2000'), '1000');
  const outputs: Lot[] = [];
  const registrations = Array.from({ length: TRANSFORMS }, () => async () => {
    outputs.push(await newLot(stage, null));
  });
  await inFlight(PREPARING, registrations);
  return { root, second, outputs };
};

/** Until the closure is sealed; polls as a desk's page would. */
const sealed = async (stage: Stage, investigation: string): Promise<void> => {
  const { client } = await stage.as('cdmo-qp');
  for (;;) {
    const seen = await client.read('recall', { id: investigation });
    if (seen.investigation['state'] === 'sealed') return;
    await pause(20);
  }
};

const produce = async (
  stage: Stage,
  { second, outputs }: Production,
  until: AbortSignal,
): Promise<number> => {
  const running: Promise<boolean>[] = [];
  for (const [i, output] of outputs.entries()) {
    if (until.aborted) break;
    const made = transform(stage, output, second[i % second.length] as Lot, '1');
    running.push(made.then(() => true).catch(() => false));
    await pause(MS_PER_SECOND / TRANSFORMS_PER_SECOND);
  }
  return (await Promise.all(running)).filter(Boolean).length;
};

/** How a recall went. */
export interface RecallFigures {
  readonly milliseconds: number;
  readonly made: number;
  readonly members: number;
  readonly before: Proposals;
  readonly after: Proposals;
}

/** From the signed stop of the root to the sealed closure, three levels down, while twenty batches a second are made. */
export const recall = async (stage: Stage): Promise<RecallFigures> => {
  const production = await prepareProduction(stage);
  const [who, investigation] = ['cdmo-qp', stage.newId()];
  const batches = [production.root.batch];
  const acts = ['Batch.transform', 'Recall.stop', 'Recall.extend', 'Recall.seal'];
  const before = await proposalsOf(stage.url, acts);
  const done = new AbortController();
  const producing = produce(stage, production, done.signal);
  const signal = {
    investigation,
    drill: false,
    source: 'complaint',
    batch: production.root.batch,
    signal: stage.digest('bench'),
  };
  await stage.send(who, recallActs.signal, signal);
  await stage.send(who, recallActs.investigate, { investigation, roots: batches });
  await pause(RUN_IN_MS);
  const started = performance.now();
  await stage.send(who, recallActs.stop, { investigation, batches });
  await sealed(stage, investigation);
  const milliseconds = performance.now() - started;
  done.abort();
  const made = await producing;
  const after = await proposalsOf(stage.url, acts);
  const { client } = await stage.as(who);
  const { members } = await client.read('recall', { id: investigation });
  const expected = 1 + WIDTH + WIDTH + made;
  if (members.length !== expected)
    throw new Error(`${String(members.length)} members are stopped, ${String(expected)} grew from the root`);
  return { milliseconds, made, members: members.length, before, after };
};
