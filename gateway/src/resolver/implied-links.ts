/** What follows from codes that were issued here: a page that says what is known, and the responder for returned packs. */
import type { ResolverEntry, ResolverLink } from '../api/resolver.js';
import type { SpaceStore } from '../codes/space-store.js';
import type { Asked } from './parse-request.js';
import type { Implied } from './resolve.js';

const page = (language: string, title: string) => ({
  ...{ linktype: 'gs1:traceability', title, type: 'text/html', context: [] },
  hreflang: [language] as [string],
});
const PAGES = [page('zh', '这一盒药：已知与未知'), page('en', 'What is known of this pack, and what is not')];

const EXPIRY = /(?:^|&)17=(\d{6})(?:&|$)/;

/** Where a whole pack is verified (GS1 Lightweight Messaging Standard 1.1); what the requestor says of itself is passed on. */
const responderOf = ({ key, qualifiers, passedOn }: Asked, origin: string): readonly ResolverLink[] => {
  const { '10': lot, '21': serial } = Object.fromEntries(qualifiers);
  if (lot === undefined || serial === undefined) return [];
  const [, expiry] = EXPIRY.exec(passedOn) ?? [];
  const [gtin, batch, ser] = [key[1], lot, serial].map(encodeURIComponent);
  const asked = `linkType=verificationService&context=dscsaSaleableReturn${expiry === undefined ? '' : `&exp=${expiry}`}`;
  return [
    {
      ...{ linktype: 'gs1:verificationService', title: 'Verification of a returned pack' },
      ...{ type: 'application/json', hreflang: ['und'], context: ['dscsaSaleableReturn'] },
      href: `${origin}/verify/gtin/${gtin}/lot/${batch}/ser/${ser}?${asked}`,
    },
  ];
};

/** Every GTIN under which codes were issued here has a page and a responder; whether a serial is one of them, only those say. */
export const impliedBy =
  (spaces: SpaceStore): Implied =>
  (asked, origin) => {
    const [ai, gtin] = asked.key;
    if (ai !== '01' || spaces.ofGtin(gtin).length === 0) return undefined;
    const entry: ResolverEntry = {
      ...{ anchor: `/01/${gtin}`, itemDescription: '', defaultLinktype: 'gs1:traceability', qualifiers: [] },
      links: [
        ...PAGES.map((page) => ({
          ...page,
          href: `${origin}/verify${asked.path}?lang=${page.hreflang[0]}`,
        })),
        ...responderOf(asked, origin),
      ],
    };
    return { entry, ais: ['01'], variables: new Map([['01', gtin]]) };
  };
