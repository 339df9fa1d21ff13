/** Who may read which values. */
import { isPublicValue, type HandleValue } from '../api/identifiers.js';

/** Prefix → the enterprise that it belongs to. */
export type Prefixes = Readonly<Record<string, string>>;

/** The enterprise that a prefix belongs to; undefined when it is not one of this node's. */
export const ownerOf = (prefixes: Prefixes, prefix: string): string | undefined =>
  Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;

/** Prefixes of an enterprise. */
export const prefixesOf = (prefixes: Prefixes, enterprise: string): readonly string[] =>
  Object.keys(prefixes).filter((prefix) => prefixes[prefix] === enterprise);

/**
 * Values that somebody may read: the owner all, others those that are public or name their enterprise or one of its prefixes.
 * @param reader enterprise; undefined: nobody has signed in
 */
export const readableBy = (
  values: readonly HandleValue[],
  owner: string,
  reader: string | undefined,
  prefixes: Prefixes,
): readonly HandleValue[] => {
  if (reader === undefined) return values.filter(isPublicValue);
  if (reader === owner) return values;
  const names = new Set([reader, ...prefixesOf(prefixes, reader)]);
  return values.filter(
    (value) => isPublicValue(value) || value.auth.split(',').some((name) => names.has(name.trim())),
  );
};
