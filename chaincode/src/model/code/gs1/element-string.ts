/** GS1 element strings (General Specifications 7.8): read, written for symbols, and written for people. */
import { aiRuleAt, separatorFollows } from './ai-rules.js';
import type { Element, Read } from './problems.js';

/** Stands between elements where FNC1 stood in the symbol. */
export const GS = '\u001d';

const AI = /^\d{2,4}$/;
const GS_CODE = GS.charCodeAt(0);
const NOTHING: Read = { elements: [], problems: [{ kind: 'form', ai: '', detail: 'text' }] };

/** End of the value that begins at an index: its fixed length, or the next separator. */
const endOf = (text: string, at: number, fixed: number | undefined): number => {
  if (fixed !== undefined) return Math.min(at + fixed, text.length);
  const separator = text.indexOf(GS, at);
  return separator < 0 ? text.length : separator;
};

/** Reads an element string; a separator may stand in front, at the end, and after any element. */
export const readElementString = (text: string): Read => {
  const elements: Element[] = [];
  for (let at = text.startsWith(GS) ? 1 : 0; at < text.length;) {
    const rule = aiRuleAt(text, at);
    if (rule === undefined) {
      return { elements, problems: [{ kind: 'unknown', ai: '', detail: text.slice(at, at + 20) }] };
    }
    const from = at + rule.ai.length;
    const end = endOf(text, from, rule.isPredefined ? rule.length : undefined);
    elements.push([rule.ai, text.slice(from, end)]);
    at = text.charCodeAt(end) === GS_CODE ? end + 1 : end;
  }
  return elements.length === 0 ? NOTHING : { elements, problems: [] };
};

/** Index of the bracket that opens the next AI; one inside of a value is written `\\(`. */
const nextBracket = (text: string, from: number): number => {
  let at = text.indexOf('(', from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('(', at + 1);
  return at < 0 ? text.length : at;
};

const unescaped = (value: string): string =>
  value.includes('\\') ? value.replace(/\\([(\\])/g, '$1') : value;

/** Reads elements whose AIs stand in brackets. */
export const readBracketed = (text: string): Read => {
  const elements: Element[] = [];
  for (let at = 0; at < text.length;) {
    const close = text.indexOf(')', at);
    const ai = text.startsWith('(', at) ? text.slice(at + 1, close) : '';
    if (close < 0 || !AI.test(ai)) return NOTHING;
    at = nextBracket(text, close + 1);
    elements.push([ai, unescaped(text.slice(close + 1, at))]);
  }
  return elements.length === 0 ? NOTHING : { elements, problems: [] };
};

/** The element string of elements, with a separator after each that needs one. */
export const elementString = (elements: readonly Element[]): string =>
  elements
    .map(([ai, value], i) => `${ai}${value}${i < elements.length - 1 && separatorFollows(ai) ? GS : ''}`)
    .join('');

/** The elements in brackets, as {@link readBracketed} reads them. */
export const bracketed = (elements: readonly Element[]): string =>
  elements.map(([ai, value]) => `(${ai})${value.replace(/[(\\]/g, '\\$&')}`).join('');

/** Human readable interpretation under a symbol: AIs in brackets, which the symbol does not hold (4.14). */
export const humanReadable = (elements: readonly Element[]): string =>
  elements.map(([ai, value]) => `(${ai})${value}`).join('');
