/** The fault run on a real network: each fault of the table, round by round on one network. */
import { onProductNetwork } from '../support/on-product-network.js';
import { FABRIC } from '../support/fabric.js';
import { FAULTS, type Fault } from './fabric-faults.js';
import { fabricTableOf } from './fabric-report.js';
import { playFault, type FabricRound } from './fabric-round.js';
import { WRITES_A_SECOND } from './steady.js';
import { print, wrongOf, type RunOptions } from './telling.js';
import { World } from './world.js';

/** @throws where no fault is called so */
const chosen = (only: string): readonly Fault[] => {
  const faults = FAULTS.filter(({ name }) => name.includes(only));
  if (faults.length === 0)
    throw new Error(`no fault is called ${only}; there are: ${FAULTS.map(({ name }) => name).join('; ')}`);
  return faults;
};

const possible = (faults: readonly Fault[], world: World): readonly Fault[] => {
  const skipped = faults.filter(({ needs }) => needs !== undefined && world[needs] === undefined);
  for (const { name, needs } of skipped) print(`${name}: skipped, not found: ${String(needs)}`);
  return faults.filter((fault) => !skipped.includes(fault));
};

const play = async (world: World, count: number, faults: readonly Fault[]): Promise<number> => {
  const rounds: FabricRound[] = [];
  let wrong = 0;
  for (let number = 1; number <= count; number += 1) {
    for (const fault of possible(faults, world)) {
      const round = await playFault(world, fault);
      rounds.push(round);
      print(
        `round ${String(number)}: ${fault.name}, ${String(round.acknowledged)} acknowledged, ` +
          `longest pause ${round.pauseMs.toFixed(0)} ms`,
      );
      const found = wrongOf(round);
      wrong += found.length;
      for (const line of found) print(`  ${line}`);
    }
  }
  for (const line of fabricTableOf(rounds)) print(line);
  if (wrong === 0) print(`nothing lost, nothing doubled, every pause within its limit`);
  return wrong === 0 ? 0 : 1;
};

/** Hurts a network that is brought up for it. @returns the exit code */
export const runFabric = async ({ rounds, only }: RunOptions): Promise<number> => {
  if (FABRIC === '') {
    print("skipped: Fabric's commands are not found (FABRIC_BIN or PATH, FABRIC3_BIN for SmartBFT)");
    return 0;
  }
  const faults = chosen(only);
  return onProductNetwork(async (plan) => {
    print(
      `${String(WRITES_A_SECOND)} writes a second by two firms through one gateway, four peers, ` +
        `${String(plan.topology.orderers.length)} orderers (${plan.topology.consensus})`,
    );
    const world = await World.open(plan);
    try {
      return await play(world, rounds, faults);
    } finally {
      await world.dispose();
    }
  });
};
