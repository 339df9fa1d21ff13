/** Names of link types: as they are written short, and as relations of a linkset. */

const GS1 = 'https://gs1.org/voc/';
/** Spellings of the vocabularies that a resolver recognises. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['gs1:', GS1],
  ['http://gs1.org/voc/', GS1],
  ['https://www.gs1.org/voc/', GS1],
  ['https://ref.gs1.org/voc/', GS1],
  ['schema:', 'https://schema.org/'],
  ['http://schema.org/', 'https://schema.org/'],
];

/** The link type that marks the default of a linkset. */
export const DEFAULT_LINK = `${GS1}defaultLink`;

/** The whole address of a link type. */
export const relationOf = (name: string): string => {
  const prefix = PREFIXES.find(([short]) => name.startsWith(short));
  if (prefix !== undefined) return prefix[1] + name.slice(prefix[0].length);
  return name.includes(':') ? name : GS1 + name;
};
