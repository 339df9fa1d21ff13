/** The ten million codes of the bench: ten thousand products of a thousand packs, asked for as their sales would have it. */
import { gs1CheckDigit } from '../../chaincode/src/model/kernel/gs1-check-digit.js';
import { resolverEntry, type ResolverEntry } from '../../gateway/src/api/resolver.js';

/** Products, each with an entry and a space of serials. */
export const PRODUCTS = 10_000;
const PACKS = 1_000;
/** All codes. */
export const CODES = PRODUCTS * PACKS;
/** Coprime to the number of codes: neighbours in rank are packs of products far apart. */
const STRIDE = 7_654_321;
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const SERIAL_LENGTH = 12;
const LOTS = 20;

/** GTIN of a product by its number. */
export const gtinOf = (product: number): string => {
  const body = `069010${String(product).padStart(7, '0')}`;
  return body + gs1CheckDigit(body);
};

/** Where a product leads. */
export const targetOf = (gtin: string): string => `https://maker.example/products/${gtin}`;

/** A product as its maker uploads it: what it is, a leaflet in two languages, and a page of any lot by its type. */
export const entriesOf = (gtin: string): readonly ResolverEntry[] =>
  [
    {
      anchor: `/01/${gtin}`,
      itemDescription: `Product ${gtin}`,
      links: [
        { linktype: 'gs1:pip', title: 'Product', href: targetOf(gtin) },
        { linktype: 'gs1:epil', title: 'Leaflet', href: `${targetOf(gtin)}/leaflet`, hreflang: ['en'] },
        { linktype: 'gs1:epil', title: '说明书', href: `${targetOf(gtin)}/shuomingshu`, hreflang: ['zh'] },
      ],
    },
  ].map((entry) => resolverEntry.parse(entry));

/** In the form of ours; no two codes have the same, and the resolver looks at none. */
const serialOf = (code: number): string => {
  let [rest, text] = [code, ''];
  for (let at = 0; at < SERIAL_LENGTH; at += 1) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
};

/** A request: its path, and where it has to lead. */
export interface Asked {
  readonly path: string;
  readonly target: string;
}

/**
 * Codes by Zipf's law with exponent 1 (the continuous law, cut to whole ranks): a code's share falls as its rank grows.
 * @param random 0 to 1
 */
export const askedOf = (count: number, random: () => number): readonly Asked[] =>
  Array.from({ length: count }, () => {
    const rank = Math.floor((CODES + 1) ** random()) - 1;
    const code = (rank * STRIDE) % CODES;
    const gtin = gtinOf(Math.floor(code / PACKS));
    const lot = `L${String(code % LOTS)}`;
    return { path: `/01/${gtin}/10/${lot}/21/${serialOf(code)}`, target: targetOf(gtin) };
  });
