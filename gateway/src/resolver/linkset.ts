/** Linksets (RFC 9264), in JSON and as `Link` headers. */
import type { ResolverLink } from '../api/resolver.js';
import type { Match } from './link-index.js';
import { DEFAULT_LINK, relationOf } from './link-types.js';

/** Media type of a linkset in JSON. */
export const LINKSET_TYPE = 'application/linkset+json';

const MAX_HEADER = 6_000;
const NOT_URI = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** An address in the characters of URIs, as headers need it; escapes stay as they are. */
const encodedOf = (href: string): string => href.toWellFormed().replace(NOT_URI, encodeURIComponent);

/** A link's address with its braces filled. */
export const hrefOf = ({ href }: ResolverLink, { variables }: Match): string =>
  encodedOf(
    href.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const value = variables.get(name);
      return value === undefined ? whole : encodeURIComponent(value);
    }),
  );

const targetOf = (link: ResolverLink, match: Match): object => {
  const languages = link.hreflang.filter((each) => each !== 'und');
  return {
    href: hrefOf(link, match),
    title: link.title,
    type: link.type,
    ...(languages.length === 0 ? {} : { hreflang: languages }),
    ...(link.context.length === 0 ? {} : { context: link.context }),
  };
};

/** The link to which an entry leads when nothing else is asked for. */
export const defaultOf = ({ entry }: Match): ResolverLink | undefined =>
  entry.links.find(({ linktype }) => relationOf(linktype) === relationOf(entry.defaultLinktype)) ??
  entry.links[0];

const anchorOf = (origin: string, { ais, variables }: Match): string =>
  `${origin}${ais.map((ai) => `/${ai}/${encodeURIComponent(variables.get(ai) ?? '')}`).join('')}`;

const contextOf = (match: Match, origin: string): object => {
  const relations: Record<string, object[]> = {};
  const chosen = defaultOf(match);
  if (chosen !== undefined) relations[DEFAULT_LINK] = [{ href: hrefOf(chosen, match), title: chosen.title }];
  for (const link of match.entry.links) {
    const relation = relationOf(link.linktype);
    relations[relation] = [...(relations[relation] ?? []), targetOf(link, match)];
  }
  return { anchor: anchorOf(origin, match), itemDescription: match.entry.itemDescription, ...relations };
};

/** The linkset of a request: a context for every level that has links, the finest first. */
export const linksetOf = (
  matches: readonly Match[],
  origin: string,
): { readonly linkset: readonly object[] } => ({
  linkset: matches.filter(({ entry }) => entry.links.length > 0).map((match) => contextOf(match, origin)),
});

/** The choice among links that answer equally well, as GS1's resolver gives it. */
export const choiceOf = (links: readonly ResolverLink[], match: Match): object => ({
  linkset: links.map((link) => targetOf(link, match)),
});

const titleOf = (title: string): string =>
  PRINTABLE.test(title)
    ? `title="${title.replaceAll(/["\\]/g, '\\$&')}"`
    : `title*=UTF-8''${encodeURIComponent(title.toWellFormed())}`;

/** Uploaded links stay the same until they are replaced, and so do their headers. */
const fixedHeaders = new WeakMap<ResolverLink, string>();

const headerOf = (link: ResolverLink, match: Match): string => {
  const known = fixedHeaders.get(link);
  if (known !== undefined) return known;
  const header = newHeader(link, match);
  if (!link.href.includes('{')) fixedHeaders.set(link, header);
  return header;
};

const newHeader = (link: ResolverLink, match: Match): string =>
  [
    `<${hrefOf(link, match)}>`,
    `rel="${relationOf(link.linktype)}"`,
    titleOf(link.title),
    `type="${link.type}"`,
    ...link.hreflang.filter((each) => each !== 'und').map((each) => `hreflang="${each}"`),
  ].join('; ');

/** `Link` header: where the linkset is, what an uncompressed link would be, and the links as far as a header holds them. */
export const linkHeaderOf = (
  matches: readonly Match[],
  {
    origin,
    path,
    isCompressed,
  }: { readonly origin: string; readonly path: string; readonly isCompressed: boolean },
): string => {
  const parts = [
    `<${origin}${path}?linkType=linkset>; rel="linkset"; type="${LINKSET_TYPE}"`,
    `<${origin}/.well-known/gs1resolver/context.jsonld>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
    ...(isCompressed ? [`<${origin}${path}>; rel="owl:sameAs"`] : []),
  ];
  let length = parts.join(', ').length;
  for (const match of matches) {
    for (const link of match.entry.links) {
      const part = headerOf(link, match);
      length += part.length + 2;
      if (length > MAX_HEADER) return parts.join(', ');
      parts.push(part);
    }
  }
  return parts.join(', ');
};
