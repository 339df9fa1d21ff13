/** Checks of values by their rule, and of AIs that exclude or need one another. */
import { aiRule, type AiRule, type Part } from './ai-rules.js';
import { CHARACTERS, LINTERS } from './linters.js';
import type { Element, ElementProblem, ElementProblemKind } from './problems.js';

/** Linters of check digits and of dates, whose problems have a kind of their own. */
const LINTER_KINDS: Readonly<Record<string, ElementProblemKind>> = {
  csum: 'checkDigit',
  csumalpha: 'checkDigit',
  yymmdd: 'date',
  yymmd0: 'date',
  yyyymmdd: 'date',
  yyyymmd0: 'date',
};

const isPartOk = ({ type, min, max }: Part, text: string): boolean =>
  text.length >= min && text.length <= max && (CHARACTERS[type]?.test(text) ?? false);

const checkPart = (ai: string, part: Part, text: string, problems: ElementProblem[]): void => {
  if (!isPartOk(part, text)) problems.push({ kind: 'form', ai, detail: text });
  else {
    for (const name of part.linters) {
      if (LINTERS[name]?.(text) === false)
        problems.push({ kind: LINTER_KINDS[name] ?? 'value', ai, detail: name });
    }
  }
};

/** Problems of a value: its form first, then its content. */
export const valueProblems = ({ ai, parts }: AiRule, value: string): readonly ElementProblem[] => {
  const problems: ElementProblem[] = [];
  let at = 0;
  for (const part of parts) {
    if (at >= value.length && part.isOptional) break;
    checkPart(ai, part, value.slice(at, at + part.max), problems);
    at += part.max;
  }
  if (at < value.length) problems.push({ kind: 'form', ai, detail: value.slice(at) });
  return problems;
};

const isLike = (ai: string, pattern: string): boolean =>
  ai.length === pattern.length && Array.from(pattern).every((each, i) => each === 'n' || each === ai[i]);

const associationProblems = (rule: AiRule, ais: readonly string[]): readonly ElementProblem[] => {
  const { ai } = rule;
  const has = (pattern: string): boolean => ais.some((each) => each !== ai && isLike(each, pattern));
  const excluded = rule.excludes.filter(has);
  const missing = rule.requires.filter((group) => !group.some((alternative) => alternative.every(has)));
  return [
    ...excluded.map((detail) => ({ kind: 'excluded', ai, detail }) as const),
    ...missing.map(
      (group) => ({ kind: 'missing', ai, detail: group.map((g) => g.join('+')).join(',') }) as const,
    ),
  ];
};

/** Values of each AI: the first one, and problems of others that differ from it. */
const firstValues = (
  elements: readonly Element[],
): readonly [ReadonlyMap<string, string>, readonly ElementProblem[]] => {
  const first = new Map<string, string>();
  const problems: ElementProblem[] = [];
  for (const [ai, value] of elements) {
    const known = first.get(ai);
    if (known === undefined) first.set(ai, value);
    else if (known !== value) problems.push({ kind: 'repeat', ai, detail: value });
  }
  return [first, problems];
};

/** Every problem of a list of elements; a value that stands there again is judged once. */
export const elementProblems = (elements: readonly Element[]): readonly ElementProblem[] => {
  const [values, repeats] = firstValues(elements);
  const ais = [...values.keys()];
  const ofValues = [...values].flatMap(([ai, value]): readonly ElementProblem[] => {
    const rule = aiRule(ai);
    return rule === undefined ? [{ kind: 'unknown', ai, detail: value }] : valueProblems(rule, value);
  });
  const ofPairs = ais.flatMap((ai) => {
    const rule = aiRule(ai);
    return rule === undefined ? [] : associationProblems(rule, ais);
  });
  return [...ofValues, ...repeats, ...ofPairs];
};
