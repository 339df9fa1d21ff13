/** Writes elements as a GS1 Digital Link (URI Syntax 1.4): key and qualifiers in the path, the rest asked for. */
import { aiRule } from './ai-rules.js';
import { isStem, qualifiersOf, type LinkEdition } from './digital-link.js';
import { nameOfAi } from './link-names.js';
import type { Element } from './problems.js';

/** How a link is written: GS1's resolver and the current edition when nothing is said. */
export interface LinkStyle {
  readonly stem?: string;
  readonly edition?: LinkEdition;
  /** Names in place of AIs, which readers of edition 1.1 alone understand. */
  readonly spelling?: 'ais' | 'names';
}

const RESOLVER = 'https://id.gs1.org';
/** A port that the scheme means anyway is not written (RFC 3986, 6.2.3). */
const DEFAULT_PORT = /^(https(?=:\/\/[^/]*:443(?:\/|$))|http(?=:\/\/[^/]*:80(?:\/|$)))(:\/\/[^/:]*):\d+/i;

/** The path's AIs: the first primary key, and that alternative of its qualifiers of which most are there. */
export const pathOf = (ais: readonly string[], edition: LinkEdition = 'current'): readonly string[] => {
  const key = ais.find((ai) => qualifiersOf(ai, edition) !== undefined);
  if (key === undefined) return [];
  const present = (qualifiersOf(key, edition) ?? []).map((order) => order.filter((ai) => ais.includes(ai)));
  return [key, ...present.reduce((best, each) => (each.length > best.length ? each : best), [])];
};

/**
 * The link.
 * @returns undefined when there is no key that a link can be made of, an element that no link may hold, or no stem
 */
export const linkOf = (
  elements: readonly Element[],
  { stem = RESOLVER, edition = 'current', spelling = 'ais' }: LinkStyle = {},
): string | undefined => {
  const values = new Map(elements);
  const inPath = pathOf([...values.keys()], edition);
  const asked = [...values].filter(([ai]) => !inPath.includes(ai));
  const mayBeAsked = asked.every(([ai]) => aiRule(ai)?.isAttribute === true);
  if (inPath.length === 0 || !mayBeAsked || !isStem(stem)) return undefined;
  const nameOf = spelling === 'names' ? nameOfAi : (ai: string): string => ai;
  const path = inPath.map((ai) => `/${nameOf(ai)}/${encodeURIComponent(values.get(ai) ?? '')}`).join('');
  const query = asked.map(([ai, value]) => `${nameOf(ai)}=${encodeURIComponent(value)}`).join('&');
  return `${stem.replace(DEFAULT_PORT, '$1$2').replace(/\/$/, '')}${path}${query === '' ? '' : `?${query}`}`;
};
