/** How pre-hash strings spell values (CBV 2.0, section 8.9.2): one spelling for everything that means the same. */
import { canonicalLink } from '../code/gs1/canonical-link.js';
import { expandedValue, type Namespaces } from './namespaces.js';
import { webTerm } from './vocabularies.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,3}))?$/;
const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/i;
const ROUND_UP = 5;

/** Digits with the decimal point moved to the right (to the left when negative). */
const shifted = (digits: string, places: number): string => {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = `${whole}${fraction}`;
  const at = whole.length + places;
  if (at <= 0) return `0.${'0'.repeat(-at)}${all}`;
  return `${all.slice(0, at).padEnd(at, '0')}.${all.slice(at)}`;
};

/** Whole part and fraction without the zeros that say nothing. */
const trimmed = (digits: string): string => {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
};

/** A number without plus sign, exponent and idle zeros; undefined when the text is none. */
const canonicalNumber = (text: string): string | undefined => {
  const [, digits, exponent = '0'] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const magnitude = trimmed(shifted(digits, Number(exponent)));
  return text.startsWith('-') && magnitude !== '0' ? `-${magnitude}` : magnitude;
};

/** A time in UTC to the millisecond, the third decimal rounded up from 5 on; other texts as they are. */
export const canonicalTime = (text: string): string => {
  const [, seconds = '', fraction = '', zone = ''] = TIME.exec(text) ?? [];
  const start = Date.parse(`${seconds}${zone}`.toUpperCase());
  if (Number.isNaN(start)) return text;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const rounding = Number(fraction.charAt(3)) >= ROUND_UP ? 1 : 0;
  return new Date(start + milliseconds + rounding).toISOString();
};

/** A value: terms and identifiers as web addresses, numbers without idle zeros, no blanks at the ends. */
export const canonicalValue = (value: string | number | boolean, namespaces: Namespaces): string => {
  const text = webTerm(expandedValue(String(value).trim(), namespaces));
  return canonicalNumber(text) ?? canonicalLink(text) ?? text;
};

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** Code units in the order of the characters that they belong to: those beyond the basic plane come last. */
const rank = (unit: number): number => {
  if (unit >= AFTER_SURROGATES) return unit - (AFTER_SURROGATES - SURROGATES);
  return unit >= SURROGATES ? unit + (AFTER_SURROGATES - SURROGATES) : unit;
};

/** Compares texts by code points, which is the order of their UTF-8 bytes too. */
export const byCodePoints = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};
