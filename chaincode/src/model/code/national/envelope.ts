/** Messages of ISO/IEC 15434, as EU packs carry them: format 05 holds GS1 elements, 06 data identifiers (MH10.8.2). */
import { readElementString } from '../gs1/element-string.js';
import type { Element, ElementProblem, Read } from '../gs1/problems.js';

const GS = '\u001d';
const MESSAGE = /^\[\)>\u001e(05|06)\u001d([^\u001e]*)\u001e\u0004?$/;
/** Data identifier of up to three digits and a letter, then its value. */
const FIELD = /^(\d{0,3}[A-Z])(.+)$/s;

/** Data identifiers on packs of drugs: product (PPN, GTIN), serial number, lot, expiry. */
export const PACK_IDENTIFIERS = ['9N', '8P', 'S', '1T', 'D'] as const;

const readField = (field: string): Element => {
  const [, identifier = '', value = ''] = FIELD.exec(field) ?? [];
  return [identifier, identifier === '' ? field : value];
};

const readIdentifiers = (data: string): Read => {
  const elements = data.split(GS).map(readField);
  const problems = elements
    .filter(([identifier]) => identifier === '')
    .map(([, value]): ElementProblem => ({ kind: 'unknown', ai: '', detail: value }));
  return { elements, problems };
};

/** Whether a text begins as such a message. */
export const isEnvelope = (text: string): boolean => text.startsWith('[)>');

/** AI or data identifier and value of each field of a message; `form` when it is none. */
export const readEnvelope = (text: string): Read => {
  const [, format, data = ''] = MESSAGE.exec(text) ?? [];
  if (format === undefined) return { elements: [], problems: [{ kind: 'form', ai: '', detail: 'envelope' }] };
  return format === '05' ? readElementString(data) : readIdentifiers(data);
};
