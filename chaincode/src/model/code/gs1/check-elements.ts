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

const partProblems = (ai: string, part: Part, text: string): readonly ElementProblem[] => {
  if (!isPartOk(part, text)) return [{ kind: 'form', ai, detail: text }];
  return part.linters
    .filter((name) => LINTERS[name]?.(text) === false)
    .map((name) => ({ kind: LINTER_KINDS[name] ?? 'value', ai, detail: name }));
};

/** Problems of a value: its form first, then its content. */
export const valueProblems = ({ ai, parts }: AiRule, value: string): readonly ElementProblem[] => {
  const problems: ElementProblem[] = [];
  let rest = value;
  for (const part of parts) {
    if (rest === '' && part.isOptional) break;
    problems.push(...partProblems(ai, part, rest.slice(0, part.max)));
    rest = rest.slice(part.max);
  }
  return rest === '' ? problems : [...problems, { kind: 'form', ai, detail: rest }];
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

const repeatProblems = (elements: readonly Element[]): readonly ElementProblem[] => {
  const first = new Map<string, string>();
  return elements.flatMap(([ai, value]) => {
    const known = first.get(ai) ?? value;
    first.set(ai, known);
    return known === value ? [] : [{ kind: 'repeat', ai, detail: value } as const];
  });
};

/** Every problem of a list of elements. */
export const elementProblems = (elements: readonly Element[]): readonly ElementProblem[] => {
  const ais = [...new Set(elements.map(([ai]) => ai))];
  const ofValues = elements.flatMap(([ai, value]): readonly ElementProblem[] => {
    const rule = aiRule(ai);
    return rule === undefined ? [{ kind: 'unknown', ai, detail: value }] : valueProblems(rule, value);
  });
  const ofPairs = ais.flatMap((ai) => {
    const rule = aiRule(ai);
    return rule === undefined ? [] : associationProblems(rule, ais);
  });
  return [...ofValues, ...repeatProblems(elements), ...ofPairs];
};
