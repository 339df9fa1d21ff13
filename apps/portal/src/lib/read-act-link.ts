/** Reads links to the form of an act. */
import type { ActLink } from './act-link.js';

/** What a link to an act says, with what was left out. */
export type ReadActLink = ActLink & Required<Pick<ActLink, 'fixed' | 'start'>>;

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const hasTexts =
  (...names: readonly string[]): Check =>
  (value) =>
    isRecord(value) && names.every((name) => isText(value[name]));

const orNothing =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** A path of this portal; two slashes would lead to another host. */
const PATH = /^\/(?!\/)/;

const PARTS: Readonly<Record<keyof ActLink, Check>> = {
  fixed: orNothing(isRecord),
  start: orNothing(isRecord),
  sites: orNothing(hasTexts('of', 'but')),
  batches: orNothing((value) => Array.isArray(value) && value.every(isText)),
  seen: orNothing(hasTexts('key', 'hash')),
  back: (value) => isText(value) && PATH.test(value),
};

const isActLink = (value: unknown): value is ActLink =>
  isRecord(value) && Object.entries(PARTS).every(([name, check]) => check(value[name]));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Reads a link back; undefined when it is none. */
export const parseActLink = (search: URLSearchParams): ReadActLink | undefined => {
  const link = parseJson(search.get('link') ?? '');
  if (!isActLink(link)) return undefined;
  return { ...link, fixed: link.fixed ?? {}, start: link.start ?? {} };
};
