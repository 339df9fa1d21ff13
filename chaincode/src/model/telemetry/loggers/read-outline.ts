/** The outline that Berlinger's devices export: `Key: value, Key: value`, indented by blanks, tables by tabs. */
import { LoggerFormatError } from './logger-export.js';

/** A line with the lines below it. */
export interface Outline {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly key: string;
  readonly value: string;
  /** All pairs of the line, its own among them. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly children: readonly Outline[];
  /** Cells of the table below it, heading included. */
  readonly rows: readonly Row[];
}

/** A line of a table. */
export interface Row {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
}

interface Open extends Outline {
  readonly indent: number;
  readonly children: Open[];
  readonly rows: Row[];
}

const PAIR = /^([^:]{1,60}):(?: (.*))?$/;
const NEXT_PAIR = /, (?=[A-Za-z][A-Za-z ]*:)/;
const MAX_LINES = 200_000;

const pairsOf = (line: number, raw: string): ReadonlyMap<string, string> =>
  new Map(
    raw
      .trim()
      .split(NEXT_PAIR)
      .map((part) => {
        const [, key, value = ''] = PAIR.exec(part) ?? [];
        if (key === undefined) throw new LoggerFormatError(line, raw);
        return [key, value.trim()];
      }),
  );

const open = (line: number, raw: string): Open => {
  const pairs = pairsOf(line, raw);
  const [[key, value] = ['', '']] = pairs;
  const indent = raw.length - raw.trimStart().length;
  return { line, text: raw, key, value, pairs, indent, children: [], rows: [] };
};

/** Reads the outline of a text. @throws LoggerFormatError */
export const readOutline = (text: string): Outline => {
  const root: Open = { ...open(0, 'export:'), indent: -1 };
  const path: Open[] = [root];
  const lines = text.split(/\r?\n/, MAX_LINES);
  for (const [i, raw] of lines.entries()) {
    const line = i + 1;
    if (raw.trim() === '') continue;
    const above = path.at(-1) ?? root;
    if (raw.startsWith('\t')) {
      above.rows.push({ line, text: raw, cells: raw.slice(1).split('\t') });
      continue;
    }
    const node = open(line, raw);
    while ((path.at(-1)?.indent ?? -1) >= node.indent) path.pop();
    (path.at(-1) ?? root).children.push(node);
    path.push(node);
  }
  return root;
};

/** The part of that name. @throws LoggerFormatError naming the outline's own line */
export const partOf = (outline: Outline, key: string): Outline => {
  const part = outline.children.find((child) => child.key === key);
  if (part === undefined) throw new LoggerFormatError(Math.max(outline.line, 1), outline.text);
  return part;
};

/** A value on the line of an outline. @throws LoggerFormatError */
export const valueOf = (outline: Outline, key: string): string => {
  const value = outline.pairs.get(key);
  if (value === undefined) throw new LoggerFormatError(outline.line, outline.text);
  return value;
};
