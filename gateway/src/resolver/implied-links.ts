/** What follows from codes that were issued here: a page that says what is known. */
import { resolverEntry } from '../api/resolver.js';
import type { SpaceStore } from '../codes/space-store.js';
import type { Implied } from './resolve.js';

const PAGES = [
  ['zh', '这一盒药：已知与未知'],
  ['en', 'What is known of this pack, and what is not'],
] as const;

/** Every GTIN under which codes were issued here has a page; whether a serial is one of them, only the page says. */
export const impliedBy =
  (spaces: SpaceStore): Implied =>
  (asked, origin) => {
    const [ai, gtin] = asked.key;
    if (ai !== '01' || spaces.ofGtin(gtin).length === 0) return undefined;
    const entry = resolverEntry.parse({
      anchor: `/01/${gtin}`,
      defaultLinktype: 'gs1:traceability',
      links: PAGES.map(([language, title]) => ({
        ...{ linktype: 'gs1:traceability', title, hreflang: [language] },
        href: `${origin}/verify${asked.path}?lang=${language}`,
      })),
    });
    return { entry, ais: ['01'], variables: new Map([['01', gtin]]) };
  };
