/** Parts of EPCIS JSON: URIs, times, words of vocabularies, and objects that users may extend. */
import * as z from 'zod';
import '../kernel/schema-compilation.js';
import { canonicalTime } from './canonical-values.js';
import { VOCABULARIES, type VocabularyName } from './vocabularies.js';

const URI = /^[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+(?:#[^#]*)?$/i;
const MAX_URI = 2048;
const CANONICAL_TIME = /Z$/;
const TIME_CHARACTERS = /^[\d:.TZt z+-]{20,40}$/;
const DAY = /^\d{4}-(\d{2})-(\d{2})/;

/** Whether a text is an absolute URI (RFC 3986) or compact URI. */
export const isUri = (text: string): boolean => text.length <= MAX_URI && URI.test(text);

/** An absolute URI or compact URI. */
export const uri = z.string().refine(isUri, 'URI');

/** 31 April does not become 1 May. */
const isRealDay = (text: string): boolean => {
  const [day] = DAY.exec(text) ?? [''];
  return !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);
};

/** A time with its offset from UTC (RFC 3339). */
export const time = z.string().refine((text) => {
  const canonical = canonicalTime(text);
  const isTime = TIME_CHARACTERS.test(text) && isRealDay(text) && CANONICAL_TIME.test(canonical);
  return isTime && !Number.isNaN(Date.parse(canonical));
}, 'TIME');

/** JSON has bare words for standard terms; only terms of others are addresses (EPCIS 2.0, section 10.3). */
const FOREIGN: Partial<Readonly<Record<VocabularyName, RegExp>>> = {
  measurement: /^https?:\/\/(?:www\.)?gs1\.org\/voc\//,
  alert: /^https?:\/\/(?:www\.)?gs1\.org\/voc\//,
};
const CBV = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/;

/** A bare word of a vocabulary, or the URI of somebody else's term. */
export const wordOr = (name: VocabularyName): z.ZodString =>
  z
    .string()
    .refine(
      (text) => VOCABULARIES[name].words.has(text) || (isUri(text) && !(FOREIGN[name] ?? CBV).test(text)),
      'TERM',
    );

/** An object whose other fields, those of users, have URIs or compact URIs as names. */
export const extensible = <S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$loose> =>
  z.looseObject(shape).superRefine((value, check) => {
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(shape, name) && !isUri(name))
        check.addIssue({ code: 'custom', message: 'FIELD_NAME', path: [name] });
    }
  });

const contextPart = z.union([uri, z.record(z.string(), z.unknown())]);
/** A JSON-LD context: addresses, which are never fetched, and prefixes. */
export const context = z.union([
  contextPart,
  z
    .array(contextPart)
    .refine((all) => new Set(all.map((each) => JSON.stringify(each))).size === all.length, 'NOT_DISTINCT'),
]);
