/** Readings of an element string from which separators may be missing. */
import { aiRuleAt, type AiRule } from '../gs1/ai-rules.js';
import { elementProblems, valueProblems } from '../gs1/check-elements.js';
import { isDate } from '../gs1/dates.js';
import { GS } from '../gs1/element-string.js';
import type { Element } from '../gs1/problems.js';

/** Texts beyond this are not searched: no pack has so long a code. */
const MAX_LENGTH = 160;
const MAX_STEPS = 5_000;

/** What a search found: up to two readings, and whether it was given up. */
interface Search {
  readonly found: (readonly Element[])[];
  steps: number;
}

/** Ends that the value of a rule may have from an index on, given that separators may be missing. */
const endsOf = (text: string, rule: AiRule, from: number): readonly number[] => {
  const fixed = from + rule.length;
  if (rule.isPredefined) return fixed <= text.length ? [fixed] : [];
  const separator = text.indexOf(GS, from);
  const last = Math.min(separator < 0 ? text.length : separator, fixed);
  return Array.from({ length: Math.max(0, last - from) }, (_, i) => last - i);
};

const search = (text: string, at: number, before: readonly Element[], state: Search): void => {
  state.steps += 1;
  if (state.found.length > 1 || state.steps > MAX_STEPS) return;
  if (at >= text.length) {
    if (before.length > 0 && elementProblems(before).length === 0) state.found.push(before);
    return;
  }
  const rule = aiRuleAt(text, at);
  if (rule === undefined) return;
  const from = at + rule.ai.length;
  for (const end of endsOf(text, rule, from)) {
    const value = text.slice(from, end);
    if (valueProblems(rule, value).length > 0) continue;
    search(text, text.startsWith(GS, end) ? end + 1 : end, [...before, [rule.ai, value]], state);
  }
};

/**
 * The readings of an element string from which separators are missing: none, one, or two that stand for many; undefined
 * when there are too many ways to try.
 */
export const readingsWithoutSeparators = (text: string): readonly (readonly Element[])[] | undefined => {
  if (text.length > MAX_LENGTH) return undefined;
  const state: Search = { found: [], steps: 0 };
  search(text, text.startsWith(GS) ? 1 : 0, [], state);
  return state.steps > MAX_STEPS && state.found.length < 2 ? undefined : state.found;
};

/** AIs that a pack carries → whether what follows them inside of another value could be theirs. */
const INSIDE: Readonly<Record<string, (rest: string) => boolean>> = {
  '10': (rest) => rest !== '',
  '11': (rest) => isDate(rest.slice(0, 6), 2, 0),
  '17': (rest) => isDate(rest.slice(0, 6), 2, 0),
  '21': (rest) => rest !== '',
};

const isInside = (ai: string, value: string): boolean => {
  for (let at = value.indexOf(ai, 1); at > 0; at = value.indexOf(ai, at + 1)) {
    if (INSIDE[ai]?.(value.slice(at + ai.length)) === true) return true;
  }
  return false;
};

/**
 * Whether a lot or a serial number may hold a further element because a separator is missing: it has the form of one
 * that the code lacks. Such a code is not wrong by itself, but its lot may be.
 */
export const mayLackSeparator = (elements: readonly Element[]): boolean => {
  const lacking = Object.keys(INSIDE).filter((ai) => !elements.some(([name]) => name === ai));
  return elements.some(
    ([name, value]) => (name === '10' || name === '21') && lacking.some((ai) => isInside(ai, value)),
  );
};
