/** What a resolver says of itself at `/.well-known/gs1resolver`, and the context that makes its linksets JSON-LD. */
import { AI_ROWS } from '@yaosu/chaincode/model/code/gs1/ai-table';
import { qualifiersOf } from '@yaosu/chaincode/model/code/gs1/digital-link';

const aiOf = (row: (typeof AI_ROWS)[number]): string => row[0];

/** The description. */
export const descriptionOf = (origin: string): object => ({
  name: 'Yaosu 药溯',
  resolverRoot: origin,
  supportedPrimaryKeys: AI_ROWS.map(aiOf).filter((ai) => qualifiersOf(ai, 'current') !== undefined),
  supportedLinkType: [
    { namespace: 'https://gs1.org/voc/', prefix: 'gs1:' },
    { namespace: 'https://schema.org/', prefix: 'schema:' },
  ],
  linkTypeDefaultCanBeLinkset: false,
  supportsLanguageVariants: true,
  supportsMediaTypeVariants: true,
  validatesAIcombinations: true,
  supportsCompression: true,
  contextFile: `${origin}/.well-known/gs1resolver/context.jsonld`,
});

/** RFC 9264, appendix A, and GS1's titles. */
export const CONTEXT = {
  '@context': {
    '@vocab': 'http://www.iana.org/assignments/relation/',
    anchor: '@id',
    href: '@id',
    linkset: '@graph',
    title: 'http://purl.org/dc/terms/title',
    type: 'http://purl.org/dc/terms/format',
    hreflang: { '@id': 'http://purl.org/dc/terms/language', '@container': '@set' },
    itemDescription: 'http://www.w3.org/2000/01/rdf-schema#comment',
  },
} as const;
