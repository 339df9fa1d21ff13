/** Checks of values by their rule, and of AIs that exclude or need one another. */
import { aiRule, type AiRule, type Part } from './ai-rules.js';
import { CHARACTERS, LINTERS } from './linters.js';

/** AI and value, in the order of the code. */
export type Element = readonly [ai: string, value: string];

/** What is wrong with a code; `form` and `unknown`, `repeat` and `link` make it unreadable, the rest doubtful. */
export interface ScanProblem {
  readonly kind: 'form' | 'unknown' | 'repeat' | 'link' | 'value' | 'excluded' | 'missing';
  /** The AI at fault, or '' for the text as a whole. */
  readonly ai: string;
  /** The linter, AIs or text that say more. */
  readonly detail: string;
}

const isPartOk = ({ type, min, max }: Part, text: string): boolean =>
  text.length >= min && text.length <= max && (CHARACTERS[type]?.test(text) ?? false);

const partProblems = (ai: string, part: Part, text: string): readonly ScanProblem[] => {
  if (!isPartOk(part, text)) return [{ kind: 'form', ai, detail: text }];
  return part.linters
    .filter((name) => LINTERS[name]?.(text) === false)
    .map((name) => ({ kind: 'value', ai, detail: name }));
};

/** Problems of a value: its form first, then its content. */
export const valueProblems = ({ ai, parts }: AiRule, value: string): readonly ScanProblem[] => {
  const problems: ScanProblem[] = [];
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

const associationProblems = (rule: AiRule, ais: readonly string[]): readonly ScanProblem[] => {
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

const repeatProblems = (elements: readonly Element[]): readonly ScanProblem[] => {
  const first = new Map<string, string>();
  return elements.flatMap(([ai, value]) => {
    const known = first.get(ai) ?? value;
    first.set(ai, known);
    return known === value ? [] : [{ kind: 'repeat', ai, detail: value } as const];
  });
};

/** Every problem of a list of elements. */
export const elementProblems = (elements: readonly Element[]): readonly ScanProblem[] => {
  const ais = [...new Set(elements.map(([ai]) => ai))];
  const ofValues = elements.flatMap(([ai, value]): readonly ScanProblem[] => {
    const rule = aiRule(ai);
    return rule === undefined ? [{ kind: 'unknown', ai, detail: value }] : valueProblems(rule, value);
  });
  const ofPairs = ais.flatMap((ai) => {
    const rule = aiRule(ai);
    return rule === undefined ? [] : associationProblems(rule, ais);
  });
  return [...ofValues, ...repeatProblems(elements), ...ofPairs];
};
