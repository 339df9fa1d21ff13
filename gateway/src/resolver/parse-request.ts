/** What a request to the resolver is about. */
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { readCompressedLink } from '@yaosu/chaincode/model/code/gs1/compressed-link';
import { qualifiersOf, readLink } from '@yaosu/chaincode/model/code/gs1/digital-link';
import type { Element } from '@yaosu/chaincode/model/code/gs1/problems';
import { pathOf } from '@yaosu/chaincode/model/code/gs1/write-link';

/** A key with its qualifiers in their order. */
export interface Asked {
  readonly key: Element;
  readonly qualifiers: readonly Element[];
  /** Key and qualifiers as a path, uncompressed: `/01/…/21/…`. */
  readonly path: string;
  readonly isCompressed: boolean;
  /** Pairs of the query as they stand, without those that are for the resolver. */
  readonly passedOn: string;
  readonly linkType: string | undefined;
  readonly context: string | undefined;
}

const HOST = 'https://id.gs1.org';
const COMPRESSED = /^\/[A-Za-z0-9_-]{10,}$/;
const LINK_TYPE = /^linktype=/i;
const CONTEXT = /^context=/i;

/** Whether a path begins with a primary key, or is nothing but one compressed part. */
export const isForResolver = (path: string): boolean => {
  const [, ai = '', value = ''] = path.split('/', 3);
  if (/^\d{2,4}$/.test(ai)) return value !== '' && qualifiersOf(ai, 'current') !== undefined;
  return COMPRESSED.test(path) && elementsOf(path, '') !== undefined;
};

const isSound = (elements: readonly Element[]): boolean =>
  elements.length > 0 && elementProblems(elements).length === 0;

/** Elements of a path and query; undefined when anything is wrong with them. */
const elementsOf = (
  path: string,
  query: string,
): { readonly elements: readonly Element[]; readonly isCompressed: boolean } | undefined => {
  const link = `${HOST}${path}${query === '' ? '' : `?${query}`}`;
  const { elements, problems } = readLink(link);
  if (problems.length === 0 && isSound(elements)) return { elements, isCompressed: false };
  if (problems.some(({ kind }) => kind !== 'link')) return undefined;
  const packed = readCompressedLink(link);
  const isRight = packed.problems.length === 0 && isSound(packed.elements);
  return isRight && elements.length === 0 ? { elements: packed.elements, isCompressed: true } : undefined;
};

const decoded = (pair: string | undefined): string | undefined => {
  if (pair === undefined) return undefined;
  try {
    return decodeURIComponent(pair.slice(pair.indexOf('=') + 1));
  } catch {
    return undefined;
  }
};

/** @returns undefined when the request names no key, or a wrong one: an answer of 400 */
export const parseRequest = (url: string): Asked | undefined => {
  const at = url.indexOf('?');
  const path = (at < 0 ? url : url.slice(0, at)).replace(/\/$/, '');
  const pairs =
    at < 0
      ? []
      : url
          .slice(at + 1)
          .split('&')
          .filter(Boolean);
  const others = pairs.filter((pair) => !LINK_TYPE.test(pair) && !CONTEXT.test(pair));
  const found = elementsOf(path, others.filter((pair) => /^\d+=/.test(pair)).join('&'));
  if (found === undefined) return undefined;
  const { elements, isCompressed } = found;
  const values = new Map(elements);
  const ais = pathOf([...values.keys()]);
  const [key, ...qualifiers] = ais.map((ai): Element => [ai, values.get(ai) ?? '']);
  if (key === undefined) return undefined;
  return {
    ...{ key, qualifiers, isCompressed },
    path: [key, ...qualifiers].map(([ai, value]) => `/${ai}/${encodeURIComponent(value)}`).join(''),
    passedOn: others.join('&'),
    linkType: decoded(pairs.find((pair) => LINK_TYPE.test(pair))),
    context: decoded(pairs.find((pair) => CONTEXT.test(pair))),
  };
};
