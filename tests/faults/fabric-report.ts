/** What the rounds on a real network showed, by fault, beside its limits. */
import type { Fault } from './fabric-faults.js';
import type { FabricRound } from './fabric-round.js';
import { linesOf } from './table.js';

const COLUMNS = [
  'fault',
  'rounds',
  'acknowledged',
  'lost',
  'doubled',
  'longest pause',
  'limit',
  'longest answer',
  'limit',
];
const MS_PER_SECOND = 1_000;

const seconds = (ms: number | undefined): string =>
  ms === undefined ? '' : `${(ms / MS_PER_SECOND).toFixed(1)} s`;

const sum = (rounds: readonly FabricRound[], of: (round: FabricRound) => number): string =>
  String(rounds.reduce((total, round) => total + of(round), 0));

const violating = (invariant: 'I1' | 'I2') => (round: FabricRound) =>
  round.violations.filter((each) => each.invariant === invariant).length;

const cellsOf = (fault: Fault, rounds: readonly FabricRound[]): readonly string[] => [
  fault.name,
  String(rounds.length),
  sum(rounds, ({ acknowledged }) => acknowledged),
  sum(rounds, violating('I1')),
  sum(rounds, violating('I2')),
  seconds(Math.max(...rounds.map(({ pauseMs }) => pauseMs))),
  seconds(fault.mostPauseMs),
  seconds(Math.max(...rounds.map(({ answerMs }) => answerMs))),
  seconds(fault.mostAnswerMs),
];

/** The table, line by line. */
export const fabricTableOf = (rounds: readonly FabricRound[]): readonly string[] => {
  const faults = [...new Set(rounds.map(({ fault }) => fault))];
  return linesOf([
    COLUMNS,
    ...faults.map((fault) =>
      cellsOf(
        fault,
        rounds.filter((round) => round.fault === fault),
      ),
    ),
  ]);
};
