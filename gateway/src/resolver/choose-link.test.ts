import { describe, expect, test } from '@jest/globals';
import { resolverLink, type ResolverLink } from '../api/resolver.js';
import { chooseLinks } from './choose-link.js';

const link = (hreflang: string): ResolverLink =>
  resolverLink.parse({
    ...{ linktype: 'gs1:epil', title: hreflang, href: `https://maker.example/${hreflang}` },
    hreflang: [hreflang],
  });

const LINKS: readonly [ResolverLink, ...ResolverLink[]] = [link('en'), link('zh'), link('fr-CA')];

describe('the language of a link', () => {
  const rows: readonly (readonly [string | undefined, string])[] = [
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    // The one that is liked most, in any of its kinds, before the next.
    ['zh-CN,en;q=0.5', 'zh'],
    ['en;q=0.5,zh-CN', 'zh'],
    ['fr-FR,zh;q=0.8', 'fr-CA'],
    ['de,en;q=0.1', 'en'],
    ['zh;q=0,de', 'en'],
    ['*', 'en'],
    [undefined, 'en'],
  ];
  test.each(rows)('for %s is %s', (languages, chosen) => {
    const wishes = { accept: undefined, languages, context: undefined };
    expect(chooseLinks(LINKS, wishes).map(({ title }) => title)).toEqual([chosen]);
  });
});
