/** What is put where something else belongs. */
import { randomBytes } from 'node:crypto';
import type { Place } from './mutations.js';

/** A value that does not belong. */
export interface Hostile {
  readonly what: string;
  /** Undefined: the member is left out. */
  readonly value: unknown;
  /** JSON that no serialiser writes, in place of the value. */
  readonly raw?: string;
}

/** Stands in a command for JSON that is put in later. */
export const RAW = '@@RAW@@';

const LONG = 'x'.repeat(10_000);
const deep = (depth: number): unknown => (depth === 0 ? [] : [deep(depth - 1)]);

const SQL = "'; drop table records; --";
const HTML = '<img src=x onerror="globalThis.hurt=1"><script>globalThis.hurt=1</script>';
/** Texts that are allowed where people write, and nowhere else. */
export const WORDS = { sql: SQL, html: HTML } as const;

const ILL_FORMED: readonly Hostile[] = [
  { what: 'NUL', value: 'a\u0000b' },
  { what: 'a lone surrogate', value: 'a\ud800' },
  { what: 'a control character', value: 'a\u001bb' },
  { what: 'the separator of keys', value: 'a~b' },
  { what: 'nothing', value: '' },
  { what: 'too long', value: LONG },
];

const FOREIGN: readonly Hostile[] = [
  { what: 'SQL', value: SQL },
  { what: 'HTML', value: HTML },
  { what: 'a path', value: '../../../etc/passwd' },
  { what: 'blanks', value: '   ' },
];

const WRONG_TYPES: readonly Hostile[] = [
  { what: 'true', value: true },
  { what: 'a number', value: 7 },
  { what: 'a text', value: 'x' },
  { what: 'an object', value: {} },
  { what: 'an array', value: [] },
  { what: 'deep JSON', value: deep(24) },
  { what: 'missing', value: undefined },
  { what: 'null', value: null },
];

const QUANTITIES: readonly Hostile[] = [
  '-1', '1e3', '1.0000000001', '01', '+1', '１', 'NaN', 'Infinity', '9'.repeat(40), '0x10', '1,5',
].map((value) => ({ what: `the quantity ${value}`, value })); // prettier-ignore

const TIMES: readonly Hostile[] = [
  '2026-02-30', '2026-13-01', '0000-00-00', '20261128', '2026-11-28T24:00:00.000Z', '2026-11-28T08:00:00Z',
  '2026-11-28T08:00:00.000+08:00', '+275760-09-13T00:00:00.001Z',
].map((value) => ({ what: `the time ${value}`, value })); // prettier-ignore

const NUMBERS: readonly Hostile[] = [
  { what: 'a fraction', value: 1.5 },
  { what: 'more than is safe', value: 2 ** 53 },
  { what: 'a huge number', value: 1e300 },
  { what: 'infinity', value: RAW, raw: '1e400' },
];

const beyond = ([least, most]: Place['bounds']): readonly Hostile[] => [
  ...(least === undefined ? [] : [{ what: 'less than the least', value: least - 1 }]),
  ...(most === undefined ? [] : [{ what: 'more than the most', value: most + 1 }]),
];

const isDecimal = (value: unknown): boolean => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'an array' : value === null ? 'null' : typeof value;

const OWN_TYPE: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true',
  object: 'an object',
  'an array': 'an array',
};

const isAllowed = ({ value, isNullable, isOptional }: Place, what: string): boolean =>
  what === OWN_TYPE[typeOf(value)] ||
  (isNullable && what === 'null') ||
  (isOptional && what === 'missing') ||
  // An empty array may be as good as a full one.
  (Array.isArray(value) && what === 'deep JSON');

/** What no schema lets into a place: refused at the door. */
export const hostileTo = (place: Place): readonly Hostile[] => {
  const { kind, value } = place;
  const types = WRONG_TYPES.filter(({ what }) => !isAllowed(place, what));
  if (kind === 'text') return [...types, ...ILL_FORMED];
  if (kind === 'number') return [...types, ...NUMBERS, ...beyond(place.bounds)];
  if (kind === 'object' || kind === 'array' || kind === 'boolean') return types;
  const strings = [...types, ...ILL_FORMED, ...FOREIGN];
  if (kind === 'day' || kind === 'instant') return [...strings, ...TIMES];
  return isDecimal(value) ? [...strings, ...QUANTITIES] : strings;
};

const DIGEST = /^[0-9a-f]{64}$/;
const CHECKED = /^(\d{8}|\d{12,14}|\d{18})$/;
const UNITS: readonly string[] = ['KGM', 'GRM', 'LTR', 'H87', 'MIL', 'MTR'];

const nextDigit = (text: string): string => text.slice(0, -1) + String((Number(text.at(-1)) + 1) % 10);

/** What a text is by its form, and what may be put in its place; the first that fits counts. */
const MISTAKES: readonly (readonly [
  isIt: (text: string, firms: readonly string[]) => boolean,
  wrong: (text: string) => readonly Hostile[],
])[] = [
  [(text) => DIGEST.test(text), () => [{ what: 'an unknown code', value: randomBytes(32).toString('hex') }]],
  [
    (text) => UNITS.includes(text),
    (text) => [{ what: 'another unit', value: text === 'LTR' ? 'MTR' : 'LTR' }],
  ],
  [(text) => CHECKED.test(text), (text) => [{ what: 'a wrong check digit', value: nextDigit(text) }]],
  [
    isDecimal,
    () => [
      { what: 'zero', value: '0' },
      { what: 'far too much', value: '9'.repeat(15) },
    ],
  ],
  [
    (text, firms) => firms.includes(text),
    () => [
      { what: 'another firm', value: 'rival' },
      { what: 'no firm', value: 'nobody-here' },
    ],
  ],
];

/** What has the right form and is wrong all the same: for the peers to refuse. */
export const wrongIn = ({ kind, value }: Place, firms: readonly string[]): readonly Hostile[] => {
  if (kind === 'day') return [{ what: 'a day far ahead', value: '9999-12-31' }];
  if (kind === 'instant') return [{ what: 'an instant far ahead', value: '9999-12-31T23:59:59.999Z' }];
  if (typeof value !== 'string') return [];
  return MISTAKES.find(([isIt]) => isIt(value, firms))?.[1](value) ?? [];
};
