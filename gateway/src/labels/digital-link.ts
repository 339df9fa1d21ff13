/** GS1 Digital Link of an element string (GS1 Digital Link URI Syntax 1.4): key and qualifiers in the path, the rest asked for. */

const RESOLVER = 'https://id.gs1.org';
/** Key → its qualifiers, in the order in which they stand in the path. */
const QUALIFIERS: Readonly<Record<string, readonly string[]>> = { '01': ['22', '10', '21'], '00': [] };

const ELEMENT = /\((\d{2,4})\)([^(]+)/g;

/** The elements of a string with its AIs in brackets, in order. */
const elementsOf = (code: string): ReadonlyMap<string, string> =>
  new Map([...code.matchAll(ELEMENT)].map(([, ai = '', value = '']) => [ai, value]));

/** The link; undefined when the string has no key that a link can be made of. */
export const digitalLinkOf = (code: string): string | undefined => {
  const elements = elementsOf(code);
  const key = Object.keys(QUALIFIERS).find((ai) => elements.has(ai));
  if (key === undefined) return undefined;
  const inPath = [key, ...(QUALIFIERS[key] ?? [])].filter((ai) => elements.has(ai));
  const path = inPath.map((ai) => `/${ai}/${encodeURIComponent(elements.get(ai) ?? '')}`).join('');
  const rest = [...elements].filter(([ai]) => !inPath.includes(ai));
  const query = new URLSearchParams(Object.fromEntries(rest)).toString();
  return `${RESOLVER}${path}${query === '' ? '' : `?${query}`}`;
};
