/** A GS1 conformant resolver, as a function of request and entries. */
import { byWeight, chooseLinks, type Wishes } from './choose-link.js';
import type { ResolverLink } from '../api/resolver.js';
import type { LinkIndex, Match } from './link-index.js';
import { relationOf } from './link-types.js';
import { choiceOf, defaultOf, hrefOf, linkHeaderOf, linksetOf, LINKSET_TYPE } from './linkset.js';
import { parseRequest, type Asked } from './parse-request.js';

/** A request as the resolver needs it. */
export interface ResolverRequest {
  /** Path and query. */
  readonly url: string;
  /** Scheme and host under which the resolver was asked. */
  readonly origin: string;
  readonly accept?: string | undefined;
  readonly languages?: string | undefined;
}

/** An answer; what has no body has none. */
export interface ResolverAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Entries that are not uploaded but follow from what is known. */
export type Implied = (asked: Asked, origin: string) => Match | undefined;

const PROBLEM = 'application/problem+json';
const JSON_LD = 'application/ld+json';
const ASKS_FOR_ALL: readonly string[] = ['linkset', 'all'];

const refusal = (status: 400 | 404, title: string): ResolverAnswer => ({
  status,
  headers: { 'content-type': PROBLEM },
  body: JSON.stringify({ status, title }),
});

const linksOf = ({ entry }: Match, linkType: string): readonly ResolverLink[] => {
  const relation = relationOf(linkType);
  return entry.links.filter(({ linktype }) => relationOf(linktype) === relation);
};

const redirect = (link: ResolverLink, match: Match, { passedOn }: Asked): ResolverAnswer => {
  const href = hrefOf(link, match);
  const joint = href.includes('?') ? '&' : '?';
  return { status: 307, headers: { location: passedOn === '' ? href : `${href}${joint}${passedOn}` } };
};

const linkset = (matches: readonly Match[], origin: string, type: string): ResolverAnswer => {
  const set = linksetOf(matches, origin);
  const context = { '@context': `${origin}/.well-known/gs1resolver/context.jsonld` };
  return {
    status: 200,
    headers: { 'content-type': type },
    body: JSON.stringify(type === JSON_LD ? { ...context, ...set } : set),
  };
};

/** The finest level that has links of a type. */
const ofType = (
  matches: readonly Match[],
  linkType: string,
  wishes: Wishes,
  asked: Asked,
): ResolverAnswer => {
  for (const match of matches) {
    const [first, ...others] = linksOf(match, linkType);
    if (first === undefined) continue;
    const [chosen = first, ...equal] = chooseLinks([first, ...others], wishes);
    if (equal.length === 0) return redirect(chosen, match, asked);
    const body = JSON.stringify(choiceOf([chosen, ...equal], match));
    return { status: 300, headers: { 'content-type': 'application/json' }, body };
  }
  return refusal(404, 'no link of this type is known');
};

/** The default of the finest level that has links; which of several, wishes may say. */
const byDefault = (matches: readonly Match[], wishes: Wishes, asked: Asked): ResolverAnswer => {
  for (const match of matches) {
    const first = defaultOf(match);
    if (first === undefined) continue;
    const others = linksOf(match, first.linktype).filter((each) => each !== first);
    const [chosen = first] = chooseLinks([first, ...others], wishes);
    return redirect(chosen, match, asked);
  }
  return refusal(404, 'no link is known');
};

const answerOf = (matches: readonly Match[], asked: Asked, request: ResolverRequest): ResolverAnswer => {
  const { origin, accept, languages } = request;
  const { linkType, context } = asked;
  const types = byWeight(accept);
  const [type] = [LINKSET_TYPE, JSON_LD].filter((each) => types.includes(each));
  if (type !== undefined || ASKS_FOR_ALL.includes(linkType ?? '')) {
    return linkset(matches, origin, type ?? LINKSET_TYPE);
  }
  const wishes = { accept, languages, context };
  return linkType === undefined || relationOf(linkType) === relationOf('gs1:defaultLink')
    ? byDefault(matches, wishes, asked)
    : ofType(matches, linkType, wishes, asked);
};

/** Answers a request for a key; `HEAD` is the same without the body. */
export const resolve = (index: LinkIndex, request: ResolverRequest, implied?: Implied): ResolverAnswer => {
  const asked = parseRequest(request.url);
  if (asked === undefined) return refusal(400, 'no sound GS1 Digital Link');
  const uploaded = index.match(asked);
  const own = implied?.(asked, request.origin);
  const matches = own === undefined ? uploaded : [...uploaded, own];
  if (matches.every(({ entry }) => entry.links.length === 0))
    return refusal(404, 'nothing is known of this key');
  const answer = answerOf(matches, asked, request);
  const link = linkHeaderOf(matches, { origin: request.origin, ...asked });
  return { ...answer, headers: { ...answer.headers, link, vary: 'accept, accept-language' } };
};
