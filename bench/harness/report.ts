/** What a bench found, beside the limit that it must keep. */
import { median } from './measure.js';

/** A figure, with the bound that it must keep where there is one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Lowest and highest of the rounds. */
  readonly spread?: readonly [number, number];
}

/** A bench's figures, and in words what bounds them. */
export interface Report {
  readonly figures: readonly Figure[];
  readonly bounds: string;
}

const DIGITS = 4;

const shown = (value: number): string =>
  Number(value.toPrecision(DIGITS)).toLocaleString('en', { maximumSignificantDigits: DIGITS });

/** Whether a figure keeps its bound. */
export const keeps = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean =>
  value >= atLeast && value <= atMost;

const limitOf = ({ atLeast, atMost }: Figure): string => {
  if (atLeast !== undefined) return `≥ ${shown(atLeast)}`;
  return atMost === undefined ? '' : `≤ ${shown(atMost)}`;
};

const rowOf = (figure: Figure): readonly string[] => [
  figure.name,
  `${shown(figure.value)} ${figure.unit}`,
  figure.spread === undefined ? '' : `${shown(figure.spread[0])} … ${shown(figure.spread[1])}`,
  limitOf(figure),
  keeps(figure) ? '' : 'PAST ITS LIMIT',
];

/** The report as a table of text. */
export const tableOf = ({ figures, bounds }: Report): string => {
  const rows = [['figure', 'median', 'spread', 'limit', ''], ...figures.map(rowOf)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return [...lines.map((line) => line.trimEnd()), `bounded by: ${bounds}`].join('\n');
};

/** A figure of several rounds: their median and spread. */
export const figureOf = (
  name: string,
  unit: string,
  rounds: readonly number[],
  bound: Pick<Figure, 'atLeast' | 'atMost'> = {},
): Figure => {
  const spread = [Math.min(...rounds), Math.max(...rounds)] as const;
  return { name, unit, value: median(rounds), spread, ...bound };
};
