/** Entries in memory, by key: what is asked for is a look-up. */
import type { ResolverEntry, ResolverLink } from '../api/resolver.js';
import type { Asked } from './parse-request.js';
import { relationOf } from './link-types.js';

/** An entry that a request is about, and what stands in the braces of its links. */
export interface Match {
  readonly entry: ResolverEntry;
  /** AIs of the request that the entry is about: the key, then its qualifiers. */
  readonly ais: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
}

/** Keys whose value goes on where a firm says so: an entry of the beginning is one of all that begin with it. */
const OPEN_ENDED: readonly string[] = ['8004', '401', '8010', '402'];
const LEAST_PREFIX = 6;
const VARIABLE = /^\{(.+)\}$/;

const pairsOf = ({ qualifiers }: ResolverEntry): readonly (readonly [string, string])[] =>
  qualifiers.flatMap((each) => Object.entries(each));

/** What makes two entries one: the same qualifiers, whatever the names in braces are. */
const identityOf = (entry: ResolverEntry): string =>
  pairsOf(entry)
    .map(([ai, value]) => `${ai}/${VARIABLE.test(value) ? '{}' : value}`)
    .sort()
    .join('/');

/** What makes two links one: an upload of such a link is put in the place of the former one. */
const groupOf = ({ linktype, type, hreflang, context }: ResolverLink): string =>
  JSON.stringify([relationOf(linktype), type, [...hreflang].sort(), [...context].sort()]);

const merged = (known: ResolverEntry | undefined, named: ResolverEntry): ResolverEntry => {
  const groups = new Set(named.links.map(groupOf));
  const kept = known?.links.filter((link) => !groups.has(groupOf(link))) ?? [];
  return { ...named, links: [...kept, ...named.links] };
};

const matchOf = (entry: ResolverEntry, { key, qualifiers }: Asked, rest: string): Match | undefined => {
  const asked = new Map(qualifiers);
  const variables = new Map([[key[0], key[1]], ...qualifiers, ['1', rest]]);
  const pairs = pairsOf(entry);
  for (const [ai, wanted] of pairs) {
    const value = asked.get(ai);
    const [, name] = VARIABLE.exec(wanted) ?? [];
    if (value === undefined || (name === undefined && value !== wanted)) return undefined;
    if (name !== undefined) variables.set(name, value);
  }
  return {
    entry,
    ais: [key[0], ...qualifiers.map(([ai]) => ai).filter((ai) => pairs.some(([q]) => q === ai))],
    variables,
  };
};

/** Finer first: more qualifiers, then those that stand further back in a path, then given values before any value. */
const finenessOf = ({ entry, ais }: Match, { qualifiers }: Asked): number => {
  const places = ais.slice(1).map((ai) => 1 + qualifiers.findIndex(([each]) => each === ai));
  const given = pairsOf(entry).filter(([, value]) => !VARIABLE.test(value)).length;
  return ais.length * 1_000 + Math.max(0, ...places) * 10 + given;
};

/** Entries by key. */
export class LinkIndex {
  readonly #byKey = new Map<string, readonly ResolverEntry[]>();

  /** Entries of a key, `01/06901004000215`. */
  of(key: string): readonly ResolverEntry[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Takes an entry; links that it does not name stay. @returns the key whose entries have changed */
  add(entry: ResolverEntry): string {
    const key = entry.anchor.slice(1);
    const known = this.of(key);
    const identity = identityOf(entry);
    const former = known.find((each) => identityOf(each) === identity);
    const next = merged(former, entry);
    this.#byKey.set(
      key,
      former === undefined ? [...known, next] : known.map((e) => (e === former ? next : e)),
    );
    return key;
  }

  /** Entries that a request is about, the finest first. */
  match(asked: Asked): readonly Match[] {
    const [ai, value] = asked.key;
    const found = this.#found(ai, value);
    const matches = found.entries.flatMap((entry) => matchOf(entry, asked, found.rest) ?? []);
    return matches.length < 2
      ? matches
      : [...matches].sort((a, b) => finenessOf(b, asked) - finenessOf(a, asked));
  }

  #found(ai: string, value: string): { readonly entries: readonly ResolverEntry[]; readonly rest: string } {
    const exact = this.#byKey.get(`${ai}/${value}`);
    if (exact !== undefined || !OPEN_ENDED.includes(ai)) return { entries: exact ?? [], rest: '' };
    for (let end = value.length - 1; end >= LEAST_PREFIX; end -= 1) {
      const entries = this.#byKey.get(`${ai}/${value.slice(0, end)}`);
      if (entries !== undefined) return { entries, rest: value.slice(end) };
    }
    return { entries: [], rest: '' };
  }
}
