/**
 * Canonical JSON (RFC 8785): the bytes that are signed and hashed. ECMAScript already serialises numbers and
 * strings as the RFC wants; what is left is the order of names and the refusal of what JSON cannot say.
 */

/** A value that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * @returns the canonical text of a JSON value; members that are `undefined` are left out.
 * @throws TypeError for numbers that are not finite, ill-formed strings, and values that are not JSON.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object') return objectText(value);
  throw new TypeError(`not JSON: ${typeof value}`);
};

const numberText = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError('number is not finite');
  return JSON.stringify(value);
};

const stringText = (value: string): string => {
  if (!value.isWellFormed()) throw new TypeError('string has a lone surrogate');
  return JSON.stringify(value);
};

const arrayText = (values: readonly unknown[]): string => {
  let text = '';
  for (const value of values) text += text === '' ? canonicalJson(value) : `,${canonicalJson(value)}`;
  return `[${text}]`;
};

const objectText = (value: object): string => {
  const members = value as Members;
  let text = '';
  for (const name of presentNames(members)) {
    text += text === '' ? memberText(members, name) : `,${memberText(members, name)}`;
  }
  return `{${text}}`;
};

type Members = Readonly<Record<string, unknown>>;

/**
 * Names of members that are there, in the order of the UTF-16 code units of their names (RFC 8785, 3.2.3), which is how
 * sort() compares.
 */
const presentNames = (members: Members): readonly string[] => {
  const names = Object.keys(members).filter((name) => members[name] !== undefined);
  return isSorted(names) ? names : names.sort();
};

/** What was parsed from canonical text is in order already. */
const isSorted = (names: readonly string[]): boolean =>
  names.every((name, i) => i === 0 || (names[i - 1] as string) < name);

const memberText = (members: Members, name: string): string =>
  `${nameText(name)}:${canonicalJson(members[name])}`;

const MAX_NAMES = 2_000;
const nameTexts = new Map<string, string>();

/** The vocabulary is small: each name is spelled once. */
const nameText = (name: string): string => {
  const known = nameTexts.get(name);
  if (known !== undefined) return known;
  const text = stringText(name);
  if (nameTexts.size < MAX_NAMES) nameTexts.set(name, text);
  return text;
};

/** A member of an object as it stands in its canonical text: `"name":value`. */
export interface CanonicalMember {
  readonly name: string;
  readonly text: string;
}

/** The members of an object in canonical order. @throws TypeError as {@link canonicalJson} */
export const canonicalMembers = (value: object): readonly CanonicalMember[] => {
  const members = value as Members;
  return presentNames(members).map((name) => ({ name, text: memberText(members, name) }));
};

/** The canonical text of an object of these members. */
export const canonicalObject = (members: readonly CanonicalMember[]): string =>
  `{${members.map(({ text }) => text).join(',')}}`;

/**
 * Parses text that must already be canonical, which excludes duplicate names, blanks and other spellings.
 * @returns undefined when it is not.
 */
export const parseCanonical = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
};
