/** Checks of a component's content, named as in GS1's Barcode Syntax Dictionary. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import { COUNTRY_CODES, CURRENCY_NUMBERS } from './iso-codes.js';

const CSET82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const CSET32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

/** Type of a component → its characters. */
export const CHARACTERS: Readonly<Record<string, RegExp>> = {
  N: /^\d+$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/,
  Y: /^[#\-/0-9A-Z]+$/,
  Z: /^[-0-9A-Z_a-z]+={0,2}$/,
};

const isCheckDigit = (value: string): boolean => value.slice(-1) === gs1CheckDigit(value.slice(0, -1));

/** Two check characters, modulo 1021 (GS1 General Specifications 7.9.5). */
const isCheckPair = (value: string): boolean => {
  const body = Array.from(value.slice(0, -2)).reverse();
  if (body.length > PRIMES.length) return false;
  const sum = body.reduce((total, each, i) => total + CSET82.indexOf(each) * (PRIMES[i] ?? 0), 0) % 1021;
  return value.slice(-2) === `${CSET32.charAt(sum >> 5)}${CSET32.charAt(sum & 31)}`;
};

const daysOf = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isDate = (value: string, digitsOfYear: 2 | 4, least: 0 | 1): boolean => {
  if (!/^\d+$/.test(value) || value.length !== digitsOfYear + 4) return false;
  const year = Number(value.slice(0, digitsOfYear));
  const month = Number(value.slice(digitsOfYear, -2));
  const day = Number(value.slice(-2));
  // Of the years that two digits can mean (49 back, 50 on), those divisible by four are leap years, 2000 too.
  const whole = digitsOfYear === 2 ? 2000 + year : year;
  return month >= 1 && month <= 12 && day >= least && day <= daysOf(whole, month);
};

const isBelow = (value: string, limit: number): boolean => /^\d{2}$/.test(value) && Number(value) < limit;

/** IBAN: ISO 7064 modulo 97 over the text with its first four characters at the end. */
const isIban = (value: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{6,}$/.test(value) || !COUNTRY_LETTERS.has(value.slice(0, 2))) return false;
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
const CURRENCIES = new Set(CURRENCY_NUMBERS.trim().split(/\s+/));

const matches =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

/** Linter → whether a value passes. Packages and coupons are not checked. */
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
  nozeroprefix: matches(/^[^0]/),
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
};
