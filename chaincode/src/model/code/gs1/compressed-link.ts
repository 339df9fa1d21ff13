/** Compressed GS1 Digital Links as links: `…/{compressed}`, or `…/{key}/{value}/{compressed}` with the key in clear. */
import { compressedPart } from './compress-link.js';
import { decompressPart } from './decompress-link.js';
import { linkParts, qualifiersOf, queryPairs, readLink, type LinkEdition } from './digital-link.js';
import { aiOfName } from './link-names.js';
import { percentDecoded, wholeValue } from './link-values.js';
import type { Element, Read } from './problems.js';
import { linkOf, pathOf, type LinkStyle } from './write-link.js';

/** A link taken apart: what stands before and after the elements, and the elements. */
interface Apart {
  readonly stem: string;
  readonly elements: readonly Element[];
  /** Pairs of the query that are not GS1's, and the fragment, as they stand. */
  readonly others: readonly string[];
  readonly fragment: string;
}

const isOther = (pair: string): boolean => pair !== '' && !/^\d+=/.test(pair) && !/^expd?t?=/.test(pair);

/** The key in front of the compressed part. */
const keyBefore = ([name = '', value = '']: readonly string[], edition: LinkEdition): readonly Element[] => {
  const ai = edition === '1.1' ? aiOfName(name) : name;
  const plain = percentDecoded(value);
  return qualifiersOf(ai, edition) === undefined || plain === undefined ? [] : [[ai, wholeValue(ai, plain)]];
};

/** Index of the part of a path in which the elements of an uncompressed link begin. */
const keyAt = (segments: readonly string[], edition: LinkEdition): number => {
  const isKey = (name: string): boolean =>
    qualifiersOf(edition === '1.1' ? aiOfName(name) : name, edition) !== undefined;
  return segments.findLastIndex((name, i) => (segments.length - i) % 2 === 0 && isKey(name));
};

/** Elements of a path, how many of its parts stand before them, and what else a compressed part holds. */
interface Inner {
  readonly elements: readonly Element[];
  readonly others: readonly Element[];
  readonly before: number;
}

const plainInner = (link: string, segments: readonly string[], edition: LinkEdition): Inner | undefined => {
  const { elements } = readLink(link, edition);
  return elements.length === 0 ? undefined : { elements, others: [], before: keyAt(segments, edition) };
};

const packedInner = (segments: readonly string[], query: string, edition: LinkEdition): Inner | undefined => {
  const inner = decompressPart(segments.at(-1) ?? '');
  if (inner === undefined) return undefined;
  const key = keyBefore(segments.slice(-3, -1), edition);
  const elements = [...key, ...inner.elements, ...queryPairs(query, edition)];
  return { elements, others: inner.others, before: segments.length - 1 - 2 * key.length };
};

const takenApart = (link: string, edition: LinkEdition): Apart | undefined => {
  const parts = linkParts(link);
  if (parts === undefined) return undefined;
  const { path = '', query = '' } = parts;
  const segments = path.split('/').slice(1);
  const inner = plainInner(link, segments, edition) ?? packedInner(segments, query, edition);
  if (inner === undefined) return undefined;
  return {
    stem: [link.slice(0, link.indexOf(path, 'https://'.length)), ...segments.slice(0, inner.before)].join(
      '/',
    ),
    elements: inner.elements,
    others: [...query.split('&').filter(isOther), ...inner.others.map((pair) => pair.join('='))],
    fragment: link.includes('#') ? link.slice(link.indexOf('#')) : '',
  };
};

const together = (link: string, { others, fragment }: Apart): string => {
  const joint = link.includes('?') ? '&' : '?';
  return `${link}${others.length === 0 ? '' : `${joint}${others.join('&')}`}${fragment}`;
};

/** Reads a compressed link; a link that is none has the problem `link`. */
export const readCompressedLink = (link: string, edition: LinkEdition = 'current'): Read => {
  const apart = takenApart(link, edition);
  return apart === undefined || apart.elements.length === 0
    ? { elements: [], problems: [{ kind: 'link', ai: '', detail: 'compressed' }] }
    : { elements: apart.elements, problems: [] };
};

/** The uncompressed link of any link; undefined when the text is none, or its elements make none. */
export const decompressedLink = (
  link: string,
  edition: LinkEdition,
  style: LinkStyle,
): string | undefined => {
  const apart = takenApart(link, edition);
  const plain = apart === undefined ? undefined : linkOf(apart.elements, { stem: apart.stem, ...style });
  return apart === undefined || plain === undefined ? undefined : together(plain, apart);
};

/** Elements as a compressed link; `isKeyClear` leaves the primary key readable. */
export const compressedLinkOf = (
  elements: readonly Element[],
  isKeyClear: boolean,
  style: LinkStyle = {},
): string | undefined => {
  const [key] = pathOf(
    elements.map(([ai]) => ai),
    style.edition,
  );
  const inClear = elements.filter(([ai]) => isKeyClear && ai === key);
  const rest = elements.filter((each) => !inClear.includes(each));
  const stem = isKeyClear ? linkOf(inClear, style) : (style.stem ?? 'https://id.gs1.org').replace(/\/$/, '');
  if (stem === undefined || linkOf(elements, style) === undefined) return undefined;
  return rest.length === 0 ? stem : `${stem}/${compressedPart(rest)}`;
};

/** Any link, compressed. */
export const compressedLink = (
  link: string,
  isKeyClear: boolean,
  edition: LinkEdition,
  style: LinkStyle = {},
): string | undefined => {
  const apart = takenApart(link, edition);
  if (apart === undefined) return undefined;
  const packed = compressedLinkOf(apart.elements, isKeyClear, { stem: apart.stem, ...style });
  return packed === undefined ? undefined : together(packed, apart);
};
