/** Brings new code or a new definition into force on a network that runs: the next sequence, while the old one serves. */
import { turnOf } from '../topology.js';
import { makeChaincode, prepare, serverOf } from './chaincode.js';
import { newChaincodePackage } from './chaincode-package.js';
import { approvedPackage, commit, committedSequence, isInForce, writeCollections } from './lifecycle.js';
import { NetworkError } from './network-error.js';
import { isRunning, stopNode } from './node-process.js';
import type { FabricDefinition, NetworkPlan } from './plan.js';
import { awaitReady } from './ready.js';

const BRING_UP = 'npm run network -- up';

/** All have to approve, so all have to run. @throws NetworkError that names who does not */
const assertRuns = async ({ topology, places }: NetworkPlan): Promise<void> => {
  for (const { name } of [...topology.orderers, ...topology.peers]) {
    if (!(await isRunning(places, name)))
      throw new NetworkError(`${name} is down, and everybody has to approve; ${BRING_UP}`);
  }
};

/** Whether every organisation serves just this code under a definition that is in force. */
const isServed = async (plan: NetworkPlan, now: FabricDefinition, codeAt: 0 | 1): Promise<boolean> => {
  if (!(await isInForce(plan, now))) return false;
  const same = await Promise.all(
    plan.topology.peers.map(async (node) => {
      // The new code, packaged as if it were that of the present sequence.
      const { id } = await newChaincodePackage({ node, server: serverOf(node, now) }, plan.places, codeAt);
      return (await approvedPackage(plan, node, now)) === id;
    }),
  );
  return !same.includes(false);
};

/** End the processes that do not serve a definition any more, or not yet. */
const endOthers = async ({ topology, places }: NetworkPlan, definition: FabricDefinition): Promise<void> => {
  const others = topology.peers.map((node) =>
    serverOf(node, { ...definition, sequence: definition.sequence + 1 }),
  );
  await Promise.all(others.map(({ name }) => stopNode(places, name)));
};

const bringIntoForce = async (plan: NetworkPlan, next: FabricDefinition): Promise<void> => {
  const what = `${next.name} sequence ${String(next.sequence)}`;
  await Promise.all(plan.topology.peers.map((node) => prepare(plan, node, next)));
  plan.say(`${what}: approved by all organisations`);
  await commit(plan, next);
  await awaitReady(plan);
  await endOthers(plan, next);
  plan.say(`${what}: in force`);
};

/**
 * Bring the plan's code and definitions into force as the next sequence; one that was begun and cut off is finished, and
 * where nothing has changed that is said.
 * @throws NetworkError with what stands in the way
 */
export const upgrade = async (plan: NetworkPlan): Promise<void> => {
  await assertRuns(plan);
  await writeCollections(plan);
  for (const definition of plan.definitions) {
    const sequence = await committedSequence(plan, definition.name);
    if (sequence === 0) throw new NetworkError(`${definition.name} is not committed yet; ${BRING_UP}`);
    const [now, next] = [sequence, sequence + 1].map((each) => ({ ...definition, sequence: each })) as [
      FabricDefinition,
      FabricDefinition,
    ];
    const turn = turnOf(next.sequence);
    await makeChaincode(plan, turn);
    if (!(await isServed(plan, now, turn))) {
      await bringIntoForce(plan, next);
      continue;
    }
    await endOthers(plan, now);
    plan.say(
      `nothing to upgrade: ${definition.name} sequence ${String(sequence)} has this code and definition`,
    );
  }
};
