/** Reads a scanned text as GS1 application identifiers (GS1 General Specifications 7.8), for codes on drugs and logistics. */

/** Length of a value: fixed, or up to a maximum and ended by FNC1. */
interface Field {
  readonly length: number;
  readonly isFixed: boolean;
  readonly digits: boolean;
}

const fixed = (length: number): Field => ({ length, isFixed: true, digits: true });
const upTo = (length: number, digits = false): Field => ({ length, isFixed: false, digits });

/** AI → field, for those in use on drugs, cases and pallets. */
const FIELDS: Readonly<Record<string, Field>> = {
  '00': fixed(18),
  '01': fixed(14),
  '02': fixed(14),
  '10': upTo(20),
  '11': fixed(6),
  '13': fixed(6),
  '15': fixed(6),
  '17': fixed(6),
  '20': fixed(2),
  '21': upTo(20),
  '37': upTo(8, true),
  '240': upTo(30),
  '400': upTo(30),
  '410': fixed(13),
  '414': fixed(13),
  '254': upTo(20),
  '710': upTo(20),
  '711': upTo(20),
  '712': upTo(20),
  '713': upTo(20),
  '714': upTo(20),
  '715': upTo(20),
  '716': upTo(20),
};

const GS = '\u001d';
const SYMBOLOGY = /^\](?:d2|Q3|C1|e0)/;
/** GS1 AI encodable character set 82. */
const CSET82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;
const BRACKETS = /\((\d{2,4})\)([^(]+)/gy;

type Elements = Readonly<Record<string, string>>;

const isValue = ({ length, isFixed, digits }: Field, value: string): boolean =>
  (isFixed ? value.length === length : value.length >= 1 && value.length <= length) &&
  (digits ? /^\d+$/ : CSET82).test(value);

const aiAt = (text: string): string | undefined =>
  [2, 3, 4].map((size) => text.slice(0, size)).find((ai) => Object.hasOwn(FIELDS, ai));

const put = (elements: Map<string, string>, ai: string, value: string): boolean => {
  const field = FIELDS[ai];
  if (field === undefined || !isValue(field, value) || (elements.has(ai) && elements.get(ai) !== value))
    return false;
  elements.set(ai, value);
  return true;
};

const withoutSeparator = (text: string): string => (text.startsWith(GS) ? text.slice(1) : text);

const fromRaw = (text: string): Elements | undefined => {
  const elements = new Map<string, string>();
  for (let rest = text; rest !== '';) {
    const ai = aiAt(rest);
    const field = ai === undefined ? undefined : FIELDS[ai];
    if (ai === undefined || field === undefined) return undefined;
    const body = rest.slice(ai.length);
    const separator = body.indexOf(GS);
    const variable = separator < 0 ? body.length : separator;
    const end = field.isFixed ? field.length : variable;
    if (!put(elements, ai, body.slice(0, end))) return undefined;
    rest = withoutSeparator(body.slice(end));
  }
  return elements.size === 0 ? undefined : Object.fromEntries(elements);
};

const fromBrackets = (text: string): Elements | undefined => {
  const elements = new Map<string, string>();
  let end = 0;
  for (const { 0: whole, 1: ai = '', 2: value = '', index } of text.matchAll(BRACKETS)) {
    if (!put(elements, ai, value)) return undefined;
    end = index + whole.length;
  }
  return end === text.length ? Object.fromEntries(elements) : undefined;
};

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

const PRIMARY_KEYS = ['00', '01', '414'];

/** Keys and values of a Digital Link's path, from its primary key on, and of the query where keys are numbers. */
const pairsOf = (link: string): readonly (readonly string[])[] => {
  const [path = '', query = ''] =
    link
      .replace(/^https?:\/\/[^/]+/i, '')
      .split('#')[0]
      ?.split('?') ?? [];
  const parts = path.split('/').filter((part) => part !== '');
  const from = parts.findIndex((part) => PRIMARY_KEYS.includes(part));
  if (from < 0 || (parts.length - from) % 2 !== 0) return [];
  const inPath = parts.slice(from).flatMap((key, i, all) => (i % 2 === 0 ? [[key, all[i + 1] ?? '']] : []));
  const inQuery = query.split('&').map((pair) => pair.split('='));
  return [...inPath, ...inQuery.filter(([key = '']) => /^\d{2,4}$/.test(key))];
};

/** GS1 Digital Link URI Syntax 4: a GTIN counts with leading zeros. */
const fromLink = (link: string): Elements | undefined => {
  const elements = new Map<string, string>();
  for (const [ai = '', value = ''] of pairsOf(link)) {
    const plain = decoded(value);
    const whole = ai === '01' ? plain?.padStart(14, '0') : plain;
    if (whole === undefined || !put(elements, ai, whole)) return undefined;
  }
  return elements.size === 0 ? undefined : Object.fromEntries(elements);
};

/** AI → value of a scanned text: element string, bracketed text or Digital Link; undefined when it is none of these. */
export const parseElements = (text: string): Elements | undefined => {
  if (/^https?:\/\//i.test(text)) return fromLink(text);
  const bare = withoutSeparator(text.replace(SYMBOLOGY, ''));
  return bare.startsWith('(') ? fromBrackets(bare) : fromRaw(bare);
};
