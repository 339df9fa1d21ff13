/** Writes elements as a GS1 Digital Link (URI Syntax 1.4): key and qualifiers in the path, the rest asked for. */
import { aiRule } from './ai-rules.js';
import type { Element } from './check-elements.js';

const RESOLVER = 'https://id.gs1.org';

/** The path's AIs: the first primary key, and that alternative of its qualifiers of which most are there. */
const pathOf = (ais: readonly string[]): readonly string[] => {
  const key = ais.find((ai) => aiRule(ai)?.qualifiers !== undefined);
  if (key === undefined) return [];
  const present = (aiRule(key)?.qualifiers ?? []).map((order) => order.filter((ai) => ais.includes(ai)));
  return [key, ...present.reduce((best, each) => (each.length > best.length ? each : best), [])];
};

/** The link; undefined when there is no key that a link can be made of, or an element that no link may hold. */
export const linkOf = (elements: readonly Element[], stem = RESOLVER): string | undefined => {
  const values = new Map(elements);
  const inPath = pathOf([...values.keys()]);
  const asked = [...values].filter(([ai]) => !inPath.includes(ai));
  if (inPath.length === 0 || asked.some(([ai]) => aiRule(ai)?.isAttribute !== true)) return undefined;
  const path = inPath.map((ai) => `/${ai}/${encodeURIComponent(values.get(ai) ?? '')}`).join('');
  const query = asked.map(([ai, value]) => `${ai}=${encodeURIComponent(value)}`).join('&');
  return `${stem.replace(/\/$/, '')}${path}${query === '' ? '' : `?${query}`}`;
};
