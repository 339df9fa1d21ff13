/** Which of several links of one type answers a request: by context, media type and language. */
import type { ResolverLink } from '../api/resolver.js';

/** What a request says of its wishes. */
export interface Wishes {
  readonly accept: string | undefined;
  readonly languages: string | undefined;
  readonly context: string | undefined;
}

const MAX_HEADERS = 1_000;
const MAX_LENGTH = 200;
/** Few headers are sent by many: what was read is kept, until there are too many. */
const known = new Map<string, readonly string[]>();

/** Values of a header in the order of their weight (RFC 9110, 12.4.2); what weighs nothing is not wanted. */
export const byWeight = (header = ''): readonly string[] => {
  const values = known.get(header) ?? weighed(header);
  if (known.size >= MAX_HEADERS) known.clear();
  if (header.length <= MAX_LENGTH) known.set(header, values);
  return values;
};

const weighed = (header: string): readonly string[] =>
  header
    .split(',')
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((each) => each.trim());
      const q = parameters.find((each) => each.startsWith('q='));
      return { value: value.toLowerCase(), weight: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ value }) => value);

type Test = (link: ResolverLink) => boolean;

/** Those that pass the first test that any passes. */
const firstThat = (
  links: readonly ResolverLink[],
  tests: readonly Test[],
): readonly ResolverLink[] | undefined => {
  for (const test of tests) {
    const found = links.filter(test);
    if (found.length > 0) return found;
  }
  return undefined;
};

const speaks =
  (language: string): Test =>
  ({ hreflang }) =>
    hreflang.some((each) => each.toLowerCase() === language);

const speaksKin =
  (language: string): Test =>
  ({ hreflang }) =>
    hreflang.some((each) => each.toLowerCase().split('-')[0] === language.split('-')[0]);

const isOfType =
  (type: string): Test =>
  (link) =>
    link.type.toLowerCase() === type || (type.endsWith('/*') && link.type.startsWith(type.slice(0, -1)));

/** Each language with its kin before the next one, as it is weighed (RFC 4647, 3.4). */
const languageTests = (languages: string | undefined): readonly Test[] => {
  const wanted = byWeight(languages).filter((each) => each !== '*');
  return [...wanted.flatMap((language) => [speaks(language), speaksKin(language)]), speaks('und')];
};

const sameLanguages = (a: ResolverLink, b: ResolverLink): boolean =>
  a.hreflang.length === b.hreflang.length && a.hreflang.every((each) => b.hreflang.includes(each));

/** Links that answer equally well, at least one; of those that no wish tells apart, all in the language of the first. */
export const chooseLinks = (
  links: readonly [ResolverLink, ...ResolverLink[]],
  { accept, languages, context }: Wishes,
): readonly ResolverLink[] => {
  if (links.length === 1) return links;
  const inContext =
    context === undefined ? undefined : firstThat(links, [(link) => link.context.includes(context)]);
  const some = inContext ?? links;
  const types = byWeight(accept).filter((each) => each !== '*/*');
  const typed = firstThat(some, types.map(isOfType)) ?? some;
  const spoken = firstThat(typed, languageTests(languages));
  return spoken ?? typed.filter((each) => sameLanguages(each, typed[0] ?? links[0]));
};
