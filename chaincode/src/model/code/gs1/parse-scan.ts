/** Reads what a scanner, a camera or a thumb gave as GS1 elements (GS1 General Specifications 7.8), with every problem. */
import { aiRule, aiRuleAt } from './ai-rules.js';
import { elementProblems, type Element } from './check-elements.js';
import { isLink, readLink, type Read } from './digital-link.js';

const GS = '\u001d';
const BRACKETS = /\((\d{2,4})\)([^(]+)/gy;
const SYMBOLOGY = /^\][A-Za-z]\d/;
/** Symbology identifiers (ISO/IEC 15424) that promise element strings. */
const GS1_SYMBOLOGIES = new Set([']d2', ']Q3', ']C1', ']e0', ']J1']);
/** Retail symbologies and the length of their GTIN. */
const RETAIL: Readonly<Record<string, number>> = { ']E0': 13, ']E4': 8 };

const NOTHING: Read = { elements: [], problems: [{ kind: 'form', ai: '', detail: 'text' }] };

const withoutSeparator = (text: string): string => (text.startsWith(GS) ? text.slice(1) : text);

const readRaw = (text: string): Read => {
  const elements: Element[] = [];
  for (let rest = withoutSeparator(text); rest !== '';) {
    const rule = aiRuleAt(rest);
    if (rule === undefined) return { elements, problems: [{ kind: 'unknown', ai: '', detail: rest }] };
    const body = rest.slice(rule.ai.length);
    const separator = body.indexOf(GS);
    const variable = separator < 0 ? body.length : separator;
    const fixed = rule.parts.reduce((sum, { max }) => sum + max, 0);
    const end = rule.isPredefined ? fixed : variable;
    elements.push([rule.ai, body.slice(0, end)]);
    rest = withoutSeparator(body.slice(end));
  }
  return elements.length === 0 ? NOTHING : { elements, problems: [] };
};

const readBrackets = (text: string): Read => {
  const found = [...text.matchAll(BRACKETS)];
  const elements = found.map(([, ai = '', value = '']): Element => [ai, value]);
  const length = found.reduce((sum, [all]) => sum + all.length, 0);
  return length === text.length && length > 0 ? { elements, problems: [] } : NOTHING;
};

/** A GTIN of a retail symbol, with the composite part that may stand behind it. */
const readRetail = (text: string, length: number): Read => {
  const [gtin = '', composite, ...more] = text.split('|]e0');
  if (gtin.length !== length || more.length > 0) return NOTHING;
  const rest = composite === undefined ? { elements: [], problems: [] } : readRaw(composite);
  return { elements: [['01', gtin.padStart(14, '0')], ...rest.elements], problems: rest.problems };
};

const read = (text: string): Read => {
  const [symbology = ''] = SYMBOLOGY.exec(text) ?? [];
  const data = text.slice(symbology.length);
  const length = RETAIL[symbology];
  if (length !== undefined) return readRetail(data, length);
  if (isLink(data)) return GS1_SYMBOLOGIES.has(symbology) ? NOTHING : readLink(data);
  if (symbology !== '' && !GS1_SYMBOLOGIES.has(symbology)) return NOTHING;
  return data.startsWith('(') ? readBrackets(data) : readRaw(data);
};

/** Elements of a scanned text in their order: element string, bracketed text or Digital Link; and what is wrong. */
export const parseScan = (text: string): Read => {
  const { elements, problems } = read(text);
  return { elements, problems: [...problems, ...elementProblems(elements)] };
};

/** The element string of elements, with a separator after each that needs one. */
export const elementString = (elements: readonly Element[]): string =>
  elements
    .map(([ai, value], i) => {
      const needsSeparator = i < elements.length - 1 && !(aiRule(ai)?.isPredefined ?? false);
      return `${ai}${value}${needsSeparator ? GS : ''}`;
    })
    .join('');
