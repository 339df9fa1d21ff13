/** Checks of a component's content, named as in GS1's Barcode Syntax Dictionary. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import { isCoupon, isPositiveOffer } from './coupons.js';
import { isDate } from './dates.js';
import { COUNTRY_CODES, CURRENCY_NUMBERS } from './iso-codes.js';
import { PACKAGE_TYPES } from './package-types.js';

const CSET82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const CSET32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** As many weights as the longest AI has characters before its check pair. */
const PRIMES = primes(97);

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let each = 2; found.length < count; each += 1) {
    if (found.every((prime) => each % prime !== 0)) found.push(each);
  }
  return found;
}

const SET_82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;

/** Type of a component → its characters. */
export const CHARACTERS: Readonly<Record<string, RegExp>> = {
  N: /^\d+$/,
  X: SET_82,
  Y: /^[#\-/0-9A-Z]+$/,
  // Padding fills up to a multiple of three characters.
  Z: /^(?:[-0-9A-Z_a-z]+|(?=(?:.{3})+$)[-0-9A-Z_a-z]+={1,2})$/,
};

const isCheckDigit = (value: string): boolean => value.slice(-1) === gs1CheckDigit(value.slice(0, -1));

/** Two check characters, modulo 1021 (GS1 General Specifications 7.9.5). */
const isCheckPair = (value: string): boolean => {
  const body = Array.from(value.slice(0, -2)).reverse();
  if (body.length > PRIMES.length || !SET_82.test(value)) return false;
  const sum = body.reduce((total, each, i) => total + CSET82.indexOf(each) * (PRIMES[i] ?? 0), 0) % 1021;
  return value.slice(-2) === `${CSET32.charAt(sum >> 5)}${CSET32.charAt(sum & 31)}`;
};

const isBelow = (value: string, limit: number): boolean => /^\d{2}$/.test(value) && Number(value) < limit;

/** IBAN: ISO 7064 modulo 97 over the text with its first four characters at the end. */
const isIban = (value: string): boolean => {
  if (!/^[A-Z]{2}[0-9A-Z]{9,32}$/.test(value) || !COUNTRY_LETTERS.has(value.slice(0, 2))) return false;
  const turned = value.slice(4) + value.slice(0, 4);
  const digits = Array.from(turned, (each) => String(Number.parseInt(each, 36))).join('');
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
};

const isPieceOfTotal = (value: string): boolean => {
  const piece = Number(value.slice(0, value.length / 2));
  const total = Number(value.slice(value.length / 2));
  return /^(?:\d\d)+$/.test(value) && piece > 0 && piece <= total;
};

const isPosition = (value: string): boolean => {
  const [, position = '', end = ''] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  return position !== '' && Number(position) <= Number(end);
};

const COUNTRIES = COUNTRY_CODES.trim().split(/\s+/);
const COUNTRY_LETTERS = new Set(COUNTRIES.map((code) => code.slice(0, 2)));
const COUNTRY_NUMBERS = new Set(COUNTRIES.map((code) => code.slice(2)));
const PACKAGES = new Set(PACKAGE_TYPES.trim().split(/\s+/));
const CURRENCIES = new Set(CURRENCY_NUMBERS.trim().split(/\s+/));

const matches =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

/** Linter → whether a value passes. */
export const LINTERS: Readonly<Record<string, (value: string) => boolean>> = {
  csum: isCheckDigit,
  csumalpha: isCheckPair,
  gcppos1: matches(/^\d{4}/),
  gcppos2: matches(/^.\d{4}/),
  yymmdd: (value) => isDate(value, 2, 1),
  yymmd0: (value) => isDate(value, 2, 0),
  yyyymmdd: (value) => isDate(value, 4, 1),
  yyyymmd0: (value) => isDate(value, 4, 0),
  hh: (value) => isBelow(value, 24),
  mi: (value) => isBelow(value, 60),
  ss: (value) => isBelow(value, 60),
  hhmi: (value) => value.length === 4 && isBelow(value.slice(0, 2), 24) && isBelow(value.slice(2), 60),
  pcenc: matches(/^(?:[^%]|%[0-9A-Fa-f]{2})*$/),
  iso3166: (value) => COUNTRY_NUMBERS.has(value),
  iso3166999: (value) => value === '999' || COUNTRY_NUMBERS.has(value),
  iso3166alpha2: (value) => COUNTRY_LETTERS.has(value),
  iso4217: (value) => CURRENCIES.has(value),
  yesno: matches(/^[01]$/),
  zero: matches(/^0+$/),
  nonzero: matches(/^(?=.*[1-9])\d+$/),
  nozeroprefix: matches(/^(?:[1-9]\d*)?$/),
  hasnondigit: matches(/\D/),
  hyphen: matches(/^-+$/),
  winding: matches(/^[019]$/),
  iso5218: matches(/^[0129]$/),
  importeridx: matches(/^[-0-9A-Z_a-z]$/),
  mediatype: matches(/^(?:0[1-9]|10|[89]\d)$/),
  latitude: (value) => /^\d{10}$/.test(value) && Number(value) <= 1_800_000_000,
  longitude: (value) => /^\d{10}$/.test(value) && Number(value) <= 3_600_000_000,
  pieceoftotal: isPieceOfTotal,
  posinseqslash: isPosition,
  iban: isIban,
  packagetype: (value) => PACKAGES.has(value),
  couponcode: isCoupon,
  couponposoffer: isPositiveOffer,
};
