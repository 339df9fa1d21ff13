/** The rows of the AI table as rules, looked up by AI. */
import { AI_ROWS, type AiRow } from './ai-table.js';

/** A component of a value. */
export interface Part {
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly isOptional: boolean;
  readonly linters: readonly string[];
}

/** What GS1 says of an AI. */
export interface AiRule {
  readonly ai: string;
  readonly title: string;
  /** Its length is known beforehand: no separator is needed after it. */
  readonly isPredefined: boolean;
  /** It may stand in the query of a Digital Link. */
  readonly isAttribute: boolean;
  readonly parts: readonly Part[];
  /** Characters of the value at the most. */
  readonly length: number;
  /** Of each group one alternative has to be there, with all its AIs or patterns. */
  readonly requires: readonly (readonly (readonly string[])[])[];
  readonly excludes: readonly string[];
  /** Qualifiers in their order, an alternative each; undefined when it is no primary key of a Digital Link. */
  readonly qualifiers: readonly (readonly string[])[] | undefined;
}

const partOf = (spec: string): Part => {
  const [format = '', ...linters] = spec.replace(/[[\]]/g, '').split(',');
  const max = Number(/\d+$/.exec(format)?.[0]);
  const min = format.includes('..') ? 1 : max;
  return { type: format.charAt(0), min, max, isOptional: spec.startsWith('['), linters };
};

const valuesOf = (attributes: readonly string[], name: string): readonly string[] =>
  attributes.flatMap((word) => (word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : []));

const qualifiersOf = (attributes: readonly string[]): AiRule['qualifiers'] => {
  if (attributes.includes('dlpkey')) return [[]];
  return valuesOf(attributes, 'dlpkey')[0]
    ?.split('|')
    .map((each) => each.split(','));
};

const aisOf = (range: string): readonly string[] => {
  const [from = '', to = from] = range.split('-');
  const count = Number(to) - Number(from) + 1;
  return Array.from({ length: count }, (_, i) => String(Number(from) + i).padStart(from.length, '0'));
};

const rulesOf = ([range, flags, components, attributeText, title]: AiRow): readonly AiRule[] => {
  const attributes = attributeText.split(' ');
  const parts = components.split(' ').map(partOf);
  const rule = {
    title,
    isPredefined: flags.includes('*'),
    isAttribute: flags.includes('?'),
    parts,
    length: parts.reduce((sum, { max }) => sum + max, 0),
    requires: valuesOf(attributes, 'req').map((group) => group.split(',').map((each) => each.split('+'))),
    excludes: valuesOf(attributes, 'ex').flatMap((group) => group.split(',')),
    qualifiers: qualifiersOf(attributes),
  };
  return aisOf(range).map((ai) => ({ ai, ...rule }));
};

const RULES: ReadonlyMap<string, AiRule> = new Map(AI_ROWS.flatMap(rulesOf).map((rule) => [rule.ai, rule]));

/** The rule of an AI; undefined when GS1 has given it out to nobody. */
export const aiRule = (ai: string): AiRule | undefined => RULES.get(ai);

/** Whether a separator has to follow the AI's value where another element does. */
export const separatorFollows = (ai: string): boolean => aiRule(ai)?.isPredefined !== true;

/** First two digits → digits of the AIs that begin so; GS1 gives out no two lengths. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  [...RULES.keys()].map((ai) => [ai.slice(0, 2), ai.length]),
);

/** The rule of the AI that begins at an index of a text. */
export const aiRuleAt = (text: string, at: number): AiRule | undefined => {
  const length = LENGTHS.get(text.slice(at, at + 2));
  return length === undefined ? undefined : RULES.get(text.slice(at, at + length));
};
