/** What a fault run is told, and what it tells. */
import process from 'node:process';
import { INVARIANTS, type Violation } from '../invariants/violation.js';

/** How a fault run is called. */
export interface RunOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Words that the name of a fault has to contain. */
  readonly only: string;
}

/** One line for whoever looks on. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

const tell = ({ invariant, what }: Violation): string => `${invariant} (${INVARIANTS[invariant]}): ${what}`;

/** All that is wrong with what a round showed, in words. */
export const wrongOf = ({
  violations,
  faults,
}: {
  readonly violations: readonly Violation[];
  readonly faults: readonly string[];
}): readonly string[] => [...violations.map(tell), ...faults];
