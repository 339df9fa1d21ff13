/** What the rounds on the embedded server showed, by fault. */
import type { Check, Round } from './embedded.js';
import { linesOf } from './table.js';

/** A round and what a check after it showed; a check finds what went wrong in any round before it. */
export type CheckedRound = Round & Check;

interface Row {
  readonly fault: string;
  readonly rounds: readonly CheckedRound[];
}

const COLUMNS = [
  'fault',
  'rounds',
  'acknowledged',
  'unanswered at the kill',
  'lost',
  'doubled',
  'longest reopen',
];

const sum = (rounds: readonly CheckedRound[], of: (round: CheckedRound) => number): string =>
  String(rounds.reduce((total, round) => total + of(round), 0));

const violating = (invariant: 'I1' | 'I2') => (round: CheckedRound) =>
  round.violations.filter((each) => each.invariant === invariant).length;

const cellsOf = ({ fault, rounds }: Row): readonly string[] => {
  const unanswered = rounds.map((round) => round.unanswered);
  return [
    fault,
    String(rounds.length),
    sum(rounds, ({ acknowledged }) => acknowledged),
    `${String(Math.min(...unanswered))}–${String(Math.max(...unanswered))}`,
    sum(rounds, violating('I1')),
    sum(rounds, violating('I2')),
    `${(Math.max(...rounds.map(({ reopenMs }) => reopenMs)) / 1_000).toFixed(1)} s`,
  ];
};

const byFault = (rounds: readonly CheckedRound[]): readonly Row[] =>
  [...new Set(rounds.map(({ fault }) => fault))]
    .sort()
    .map((fault) => ({ fault, rounds: rounds.filter((round) => round.fault === fault) }));

/** The table, line by line; the last row is all of it. */
export const tableOf = (rounds: readonly CheckedRound[]): readonly string[] => {
  const rows = [COLUMNS, ...byFault(rounds).map(cellsOf), cellsOf({ fault: 'all', rounds })];
  return linesOf(rows);
};
