/** The fault run on a real network: each fault of the table, round by round on one network. */
import { onProductNetwork } from '../support/on-product-network.js';
import { FABRIC } from '../support/fabric.js';
import { FAULTS, type Fault } from './fabric-faults.js';
import { fabricTableOf } from './fabric-report.js';
import { playFault, type FabricRound } from './fabric-round.js';
import { WRITES_A_SECOND } from './steady.js';
import { print, wrongOf, type RunOptions } from './telling.js';
import { World } from './world.js';

const possible = (world: World): readonly Fault[] => {
  const skipped = FAULTS.filter(({ needs }) => needs !== undefined && world[needs] === undefined);
  for (const { name, needs } of skipped) print(`${name}: skipped, not found: ${String(needs)}`);
  return FAULTS.filter((fault) => !skipped.includes(fault));
};

const play = async (world: World, count: number): Promise<number> => {
  const rounds: FabricRound[] = [];
  let wrong = 0;
  for (let number = 1; number <= count; number += 1) {
    for (const fault of possible(world)) {
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
export const runFabric = async ({ rounds }: RunOptions): Promise<number> => {
  if (FABRIC === '') {
    print("skipped: Fabric's commands are not found (FABRIC_BIN, or PATH)");
    return 0;
  }
  print(
    `${String(WRITES_A_SECOND)} writes a second by two firms through one gateway, four peers, three orderers`,
  );
  return onProductNetwork(async (plan) => {
    const world = await World.open(plan);
    try {
      return await play(world, rounds);
    } finally {
      await world.dispose();
    }
  });
};
