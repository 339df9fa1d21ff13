/** Changes a JSON value in one random place: a byte, a field, a list that is cut or swapped. */
import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Places of everything in a value. */
const pathsOf = (value: unknown, at: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    pathsOf(member, [...at, Array.isArray(value) ? Number(name) : name]),
  );
  return at.length === 0 ? inner : [at, ...inner];
};

const spoiledText = (text: string, seed: number): unknown => {
  if (text === '') return 'x';
  const at = seed % text.length;
  const other = '0123456789abcdefABCDEFxyz'[seed % 25] ?? 'q';
  const changed = text[at] === other ? (other === '1' ? '2' : '1') : other;
  return text.slice(0, at) + changed + text.slice(at + 1);
};

const spoiledList = (list: readonly unknown[], seed: number): unknown => {
  if (list.length === 0) return [seed];
  if (seed % 3 === 0 || list.length === 1) return list.filter((_, i) => i !== seed % list.length);
  if (seed % 3 === 1) return [...list, list[seed % list.length]];
  return [...list.slice(1), list[0]];
};

/** Another value of the same kind, mostly. */
const spoiledLeaf = (value: unknown, seed: number): unknown => {
  if (typeof value === 'string') return seed % 11 === 0 ? null : spoiledText(value, seed);
  if (typeof value === 'number') return value + 1 + (seed % 3);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return spoiledList(value, seed);
  if (value === null) return 'x';
  const members = Object.entries(value as object);
  return Object.fromEntries(members.filter((_, i) => i !== seed % members.length));
};

const replaced = (value: unknown, [head, ...rest]: Path, make: (old: unknown) => unknown): unknown => {
  if (head === undefined) return make(value);
  if (Array.isArray(value))
    return value.map((each: unknown, i) => (i === head ? replaced(each, rest, make) : each));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, member]) => [
      name,
      name === head ? replaced(member, rest, make) : member,
    ]),
  );
};

/** The value, changed somewhere. */
export const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
  const paths = pathsOf(value);
  return fc
    .tuple(fc.constantFrom(...paths), fc.nat(1_000_000))
    .map(([path, seed]) => replaced(value, path, (old) => spoiledLeaf(old, seed)));
};
