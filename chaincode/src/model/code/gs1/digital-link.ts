/** GS1 Digital Link URI Syntax: the elements of a link, and what is wrong with it. */
import { aiRule } from './ai-rules.js';
import { aiOfName } from './link-names.js';
import { percentDecoded, wholeValue } from './link-values.js';
import type { Element, ElementProblem, Read } from './problems.js';

/** `1.1` reads names in place of AIs, and places (AI 410–413 and 416) as keys, as links of that edition were written. */
export type LinkEdition = 'current' | '1.1';

/** Keys of edition 1.1 that the current one no longer has. */
const FORMER_KEYS: readonly string[] = ['410', '411', '412', '413', '416'];
const MAX_PORT = 65_535;
/** Longer links are refused: HTTP servers need not take longer ones (RFC 9110, 4.1), and no symbol holds them. */
const MAX_LENGTH = 8_000;
const LINK =
  /^(?:https?|HTTPS?):\/\/(?<host>[A-Za-z0-9.-]+)(?::(?<port>\d{1,5}))?(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#.*)?$/;
const URI_CHARACTERS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/;

const bad = (kind: ElementProblem['kind'], ai: string, detail: string): Read => ({
  elements: [],
  problems: [{ kind, ai, detail }],
});

/** Whether a text is meant as a link: the scheme all in small or all in capital letters. */
export const isLink = (text: string): boolean => /^(?:https?|HTTPS?):\/\//.test(text);

/** Alternatives of qualifiers of a primary key; undefined for an AI that is none. */
export const qualifiersOf = (ai: string, edition: LinkEdition): readonly (readonly string[])[] | undefined =>
  edition === '1.1' && FORMER_KEYS.includes(ai) ? [[]] : aiRule(ai)?.qualifiers;

/** Whether AIs may follow one another in a path: a primary key, then qualifiers of one alternative in their order. */
export const isKeySequence = (
  [primary = '', ...rest]: readonly string[],
  edition: LinkEdition = 'current',
): boolean =>
  qualifiersOf(primary, edition)?.some((order) => {
    const places = rest.map((ai) => order.indexOf(ai));
    return places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] ?? -1)));
  }) ?? false;

/** An AI that the path could have taken may not stand in the query. */
const couldBeInPath = (path: readonly string[], ai: string): boolean =>
  path.some((_, i) => i > 0 && isKeySequence([...path.slice(0, i), ai, ...path.slice(i)])) ||
  isKeySequence([...path, ai]);

/** Keys and values of a path, from its last primary key on. */
const pathPairs = (path: string, edition: LinkEdition): readonly Element[] | undefined => {
  const aiOf = edition === '1.1' ? aiOfName : (part: string): string => part;
  const parts = path.split('/').slice(1);
  for (let from = parts.length - 2; from >= 0; from -= 2) {
    if (qualifiersOf(aiOf(parts[from] ?? ''), edition) === undefined) continue;
    return parts.slice(from).flatMap((key, i, all) => (i % 2 === 0 ? [[aiOf(key), all[i + 1] ?? '']] : []));
  }
  return undefined;
};

/** Host, path and query of a link; undefined when it is no URI, or at a port that is none. */
export const linkParts = (link: string): Readonly<Record<string, string | undefined>> | undefined => {
  const isUri = link.length <= MAX_LENGTH && URI_CHARACTERS.test(link);
  const parts = (isUri ? LINK.exec(link) : null)?.groups;
  return Number(parts?.['port'] ?? 0) <= MAX_PORT ? parts : undefined;
};

/** Whether a text may stand before the keys of a link: scheme, host, port, and part of a path. */
export const isStem = (text: string): boolean => {
  const parts = linkParts(text);
  return parts !== undefined && parts['query'] === undefined && !text.includes('#');
};

const pairOf = (text: string): Element => {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/** Pairs of a query whose keys are AIs. */
export const queryPairs = (query: string, edition: LinkEdition): readonly Element[] => {
  const pairs: Element[] = [];
  for (const text of query.split(edition === '1.1' ? /[&;]/ : '&')) {
    const [key, value] = pairOf(text);
    const ai = edition === '1.1' ? aiOfName(key) : key;
    if (/^\d+$/.test(ai)) pairs.push([ai, value.replaceAll('+', ' ')]);
  }
  return pairs;
};

const queryProblems = (path: readonly string[], query: readonly Element[]): readonly ElementProblem[] =>
  [...new Set(query.map(([ai]) => ai))]
    .filter((ai) => path.includes(ai) || !(aiRule(ai)?.isAttribute ?? false) || couldBeInPath(path, ai))
    .map((ai) => ({ kind: 'link', ai, detail: 'query' }));

const decodedPairs = (pairs: readonly Element[]): readonly Element[] | undefined => {
  const plain: Element[] = [];
  for (const [ai, value] of pairs) {
    const text = value.includes('%') ? percentDecoded(value) : value;
    if (text === undefined) return undefined;
    plain.push([ai, text]);
  }
  return plain;
};

/** Reads a link; with anything but values wrong it has no elements. */
export const readLink = (link: string, edition: LinkEdition = 'current'): Read => {
  const parts = linkParts(link);
  if (parts === undefined) return bad('link', '', 'uri');
  const inPath = pathPairs(parts['path'] ?? '', edition);
  if (inPath === undefined) return bad('link', '', 'primary key');
  const keys = inPath.map(([ai]) => ai);
  if (!isKeySequence(keys, edition)) return bad('link', keys[0] ?? '', 'order of keys');
  const inQuery = queryPairs(parts['query'] ?? '', edition);
  const elements = decodedPairs([...inPath, ...inQuery]);
  if (elements === undefined) return bad('link', '', 'escape');
  return {
    elements: elements.map(([ai, value], i) => [ai, i === 0 ? wholeValue(ai, value) : value]),
    problems: queryProblems(keys, inQuery),
  };
};
