/** GS1 Digital Link URI Syntax: the elements of a link, and what is wrong with it. */
import { aiRule } from './ai-rules.js';
import type { Element, ScanProblem } from './check-elements.js';
import { percentDecoded, wholeValue } from './link-values.js';

/** What was read, before its values are checked. */
export interface Read {
  readonly elements: readonly Element[];
  readonly problems: readonly ScanProblem[];
}

const LINK = /^(?:https?|HTTPS?):\/\/([A-Za-z0-9.-]+(?::\d+)?)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/;
const URI_CHARACTERS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/;

const bad = (kind: ScanProblem['kind'], ai: string, detail: string): Read => ({
  elements: [],
  problems: [{ kind, ai, detail }],
});

/** Whether a text is meant as a link: the scheme all in small or all in capital letters. */
export const isLink = (text: string): boolean => /^(?:https?|HTTPS?):\/\//.test(text);

/** Whether AIs may follow one another in a path: a primary key, then qualifiers of one alternative in their order. */
export const isKeySequence = ([primary = '', ...rest]: readonly string[]): boolean =>
  aiRule(primary)?.qualifiers?.some((order) => {
    const places = rest.map((ai) => order.indexOf(ai));
    return places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] ?? -1)));
  }) ?? false;

/** An AI that the path could have taken may not stand in the query. */
const couldBeInPath = (path: readonly string[], ai: string): boolean =>
  path.some((_, i) => i > 0 && isKeySequence([...path.slice(0, i), ai, ...path.slice(i)])) ||
  isKeySequence([...path, ai]);

/** Keys and values of a path, from its last primary key on. */
const pathPairs = (path: string): readonly Element[] | undefined => {
  const parts = path.split('/').slice(1);
  for (let from = parts.length - 2; from >= 0; from -= 2) {
    if (aiRule(parts[from] ?? '')?.qualifiers === undefined) continue;
    return parts.slice(from).flatMap((key, i, all) => (i % 2 === 0 ? [[key, all[i + 1] ?? '']] : []));
  }
  return undefined;
};

const queryPairs = (query: string): readonly Element[] =>
  query
    .split('&')
    .map((pair) => pair.split(/=(.*)/s))
    .flatMap(([key = '', value = '']) => (/^\d+$/.test(key) ? [[key, value.replaceAll('+', ' ')]] : []));

const queryProblems = (path: readonly string[], query: readonly Element[]): readonly ScanProblem[] =>
  query
    .filter(([ai]) => path.includes(ai) || !(aiRule(ai)?.isAttribute ?? false) || couldBeInPath(path, ai))
    .map(([ai]) => ({ kind: 'link', ai, detail: 'query' }));

const decodedPairs = (pairs: readonly Element[]): readonly Element[] | undefined => {
  const plain = pairs.map(([ai, value]) => [ai, percentDecoded(value)] as const);
  return plain.some(([, value]) => value === undefined)
    ? undefined
    : plain.map(([ai, value = '']) => [ai, value]);
};

/** Reads a link; with anything but values wrong it has no elements. */
export const readLink = (link: string): Read => {
  const [, host, path = '', query = ''] = (URI_CHARACTERS.test(link) ? LINK.exec(link) : null) ?? [];
  if (host === undefined) return bad('link', '', 'uri');
  const inPath = pathPairs(path);
  if (inPath === undefined) return bad('link', '', 'primary key');
  const keys = inPath.map(([ai]) => ai);
  if (!isKeySequence(keys)) return bad('link', keys[0] ?? '', 'order of keys');
  const inQuery = queryPairs(query);
  const problems = queryProblems(keys, inQuery);
  const elements = decodedPairs([...inPath, ...inQuery]);
  if (elements === undefined) return bad('link', '', 'escape');
  return {
    elements: elements.map(([ai, value], i) => [ai, i === 0 ? wholeValue(ai, value) : value]),
    problems,
  };
};
