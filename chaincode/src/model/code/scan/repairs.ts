/** Ways in which a code is damaged between symbol and app, and the texts that may have been meant. */
import { GS } from '../gs1/element-string.js';
import { splitScan, symbologyOf } from '../gs1/symbologies.js';
import { isTurned, keyboardReadings } from './keyboards.js';
import type { ScanProblemKind } from './problems.js';

/** A way back: the kind of the damage, and what may have been meant. */
interface Repair {
  readonly kind: ScanProblemKind;
  readonly readings: (text: string) => readonly string[];
}

/** Spellings of GS that are seen in the field; of those that a value could hold, `<GS>` alone. */
const SPELLINGS = [
  '^]',
  '\u241d',
  '<GS>',
  '<gs>',
  '{GS}',
  '[GS]',
  '<FNC1>',
  '{FNC1}',
  '[FNC1]',
  '\\u001d',
  '\\x1d',
  '\\x1D',
  '\\F',
  '%1D',
  '%1d',
  '&#29;',
  '\u001e',
  '|',
  '~',
  '^',
  '\t',
];

/** Each spelling that is there, replaced; the longest first, so that `^]` is not read as `^`. */
const separatorReadings = (text: string): readonly string[] => {
  const found = SPELLINGS.find((spelling) => text.includes(spelling));
  return found === undefined ? [] : [text.replaceAll(found, GS)];
};

const SPACE = /[ \u00a0\u3000\ufeff]/;
/** Spaces stand for nothing, or for a separator; in front and behind for nothing. */
const spacingReadings = (text: string): readonly string[] => {
  const plain = text.normalize('NFKC').trim();
  const isBracketed = plain.startsWith('(');
  if (!SPACE.test(plain)) return [plain];
  const without = plain.replace(/\s+/g, '');
  return isBracketed ? [without] : [without, plain.replace(/ +/g, GS)];
};

const bracketReadings = (text: string): readonly string[] => {
  const round = text.replace(/[[{<](\d{2,4})[\]}>]/g, '($1)');
  return round.startsWith('(') ? [round] : [];
};

/** Data that a symbol must not hold as it does, read as if it were GS1's. */
const symbolReadings = (text: string): readonly string[] => {
  const [identifier, data] = splitScan(text);
  const isText = identifier !== '' && symbologyOf(identifier)?.holds !== 'gtin' && !isTurned(text);
  return isText && /^(?:\((?:00|01)\)|00|01|\u001d)/.test(data) ? [data] : [];
};

const HOST_AND_KEY = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?\/(?:[^?#]*\/)?(?:00|01|414|8003|8004|8006)\//i;
const schemeReadings = (text: string): readonly string[] => {
  if (/^https?:\/\//i.test(text)) return [text.replace(/^https?/i, (each) => each.toLowerCase())];
  return HOST_AND_KEY.test(text) ? [`https://${text}`] : [];
};

/** The same text twice. */
const doubleReadings = (text: string): readonly string[] => {
  const half = text.slice(0, text.length / 2);
  return text.length > 0 && text === `${half}${half}` ? [half] : [];
};

/** The ways, in the order in which they are told. */
export const REPAIRS: readonly Repair[] = [
  { kind: 'spacing', readings: spacingReadings },
  { kind: 'separatorSpelt', readings: separatorReadings },
  { kind: 'keyboard', readings: keyboardReadings },
  { kind: 'brackets', readings: bracketReadings },
  { kind: 'scheme', readings: schemeReadings },
  { kind: 'wrongSymbol', readings: symbolReadings },
  { kind: 'twoCodes', readings: doubleReadings },
];

/** Codes that were sent one after the other: a line each, or each with its symbology identifier. */
export const codesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+|(?=\][A-Za-z]\d)/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
