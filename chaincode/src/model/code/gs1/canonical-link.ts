/**
 * The one spelling of an identifier that event hashes and queries compare (CBV 2.0, section 8.9.2): a GS1 Digital Link at
 * `id.gs1.org` with the finest key only, without query.
 */
import { aiRule } from './ai-rules.js';
import { valueProblems } from './check-elements.js';
import { readEpcUrn } from './epc-urn.js';
import { aiOfName } from './link-names.js';
import { percentDecoded, wholeValue } from './link-values.js';
import type { Element } from './problems.js';

/** Keys that the standard names, each with its qualifiers, the finest first. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '00': [],
  '01': ['21', '235', '10'],
  '253': [],
  '255': [],
  '401': [],
  '402': [],
  '414': ['254'],
  '417': [],
  '8003': [],
  '8004': [],
  '8006': ['21', '10'],
  '8010': ['8011'],
  '8017': [],
  '8018': [],
};

const RESOLVER = 'https://id.gs1.org';
const LINK = /^https?:\/\/[^/?#]+(\/[^?#]*)/i;
/** Company prefix at the least: a path like `/01/news` is no key. */
const KEY_START = /^\d{4}./;
/** Characters that stay as they are in a path: unreserved ones, and of the reserved ones that GS1 uses `'`, `;`, `=`. */
const ESCAPED = /%(?:27|3B|3D)|[!()*]/g;

const escapedAs = (found: string): string =>
  found.startsWith('%') ? decodeURIComponent(found) : `%${found.charCodeAt(0).toString(16).toUpperCase()}`;

/** Percent-encoded as in canonical links. */
const encoded = (value: string): string => encodeURIComponent(value).replace(ESCAPED, escapedAs);

const isWellFormed = ([ai, value]: Element): boolean => {
  const rule = aiRule(ai);
  return rule !== undefined && !valueProblems(rule, value).some(({ kind }) => kind === 'form');
};

const pairsFrom = (segments: readonly string[], from: number): readonly Element[] | undefined => {
  const pairs: Element[] = [];
  for (let at = from; at < segments.length; at += 2) {
    const value = percentDecoded(segments[at + 1] ?? '');
    if (value === undefined) return undefined;
    pairs.push([aiOfName(segments[at] ?? ''), value]);
  }
  return pairs;
};

const isKeyAt = (segments: readonly string[], at: number): boolean =>
  Object.hasOwn(KEYS, aiOfName(segments[at] ?? '')) && KEY_START.test(segments[at + 1] ?? '');

/** Keys and values of a link's path, from its last primary key on; undefined when it has none. */
const readPath = (path: string): readonly Element[] | undefined => {
  const segments = path.replace(/\/$/, '').split('/').slice(1);
  for (let from = segments.length - 2; from >= 0; from -= 2) {
    if (isKeyAt(segments, from)) return pairsFrom(segments, from);
  }
  return undefined;
};

const padded = ([ai, value]: Element): Element => [ai, wholeValue(ai, value)];

const finest = ([key, ...qualifiers]: readonly Element[]): readonly Element[] | undefined => {
  if (key === undefined) return undefined;
  const [ai] = key;
  const first = KEYS[ai]?.map((each) => qualifiers.find(([name]) => name === each)).find(Boolean);
  return first === undefined ? [padded(key)] : [padded(key), first];
};

const elementsOf = (uri: string): readonly Element[] | undefined => {
  if (uri.startsWith('urn:epc:')) return readEpcUrn(uri);
  const [, path] = LINK.exec(uri) ?? [];
  return path === undefined ? undefined : readPath(path);
};

/**
 * The canonical link of an EPC URI or of any GS1 Digital Link. Check digits are not checked: what was captured wrong
 * is hashed as it was captured.
 * @returns undefined when the text names no GS1 key
 */
export const canonicalLink = (uri: string): string | undefined => {
  const elements = finest(elementsOf(uri) ?? []);
  if (elements === undefined || !elements.every(isWellFormed)) return undefined;
  return `${RESOLVER}${elements.map(([ai, value]) => `/${ai}/${encoded(value)}`).join('')}`;
};
