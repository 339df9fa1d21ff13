/** What follows from codes that were issued here: a page that says what is known. */
import type { ResolverEntry } from '../api/resolver.js';
import type { SpaceStore } from '../codes/space-store.js';
import type { Implied } from './resolve.js';

const page = (language: string, title: string) => ({
  ...{ linktype: 'gs1:traceability', title, type: 'text/html', context: [] },
  hreflang: [language] as [string],
});
const PAGES = [page('zh', '这一盒药：已知与未知'), page('en', 'What is known of this pack, and what is not')];

/** Every GTIN under which codes were issued here has a page; whether a serial is one of them, only the page says. */
export const impliedBy =
  (spaces: SpaceStore): Implied =>
  (asked, origin) => {
    const [ai, gtin] = asked.key;
    if (ai !== '01' || spaces.ofGtin(gtin).length === 0) return undefined;
    const entry: ResolverEntry = {
      ...{ anchor: `/01/${gtin}`, itemDescription: '', defaultLinktype: 'gs1:traceability', qualifiers: [] },
      links: PAGES.map((page) => ({
        ...page,
        href: `${origin}/verify${asked.path}?lang=${page.hreflang[0]}`,
      })),
    };
    return { entry, ais: ['01'], variables: new Map([['01', gtin]]) };
  };
