/** Walks the JSON schema of a payload beside one that is right, and spoils it in one place at a time. */

type Json = Record<string, unknown>;

/** A schema as `z.toJSONSchema` writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** What a place of a payload is for. */
export type Kind = 'closed' | 'day' | 'instant' | 'text' | 'number' | 'boolean' | 'object' | 'array';

/** A place of a payload. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly kind: Kind;
  readonly value: unknown;
  /** Least and most of a number; of a text, undefined and its greatest length. */
  readonly bounds: readonly [least: number | undefined, most: number | undefined];
  /** The value may be null. */
  readonly isNullable: boolean;
  /** The member may be left out. */
  readonly isOptional: boolean;
}

const resolved = (schema: Schema, root: Schema): { schema: Schema; name: string } => {
  const name = schema.$ref?.split('/').at(-1) ?? '';
  const target = root.$defs?.[name];
  return target === undefined ? { schema, name: '' } : { schema: resolved(target, root).schema, name };
};

/** Schemas that a value may have, with the names of their definitions. */
const branches = (schema: Schema, root: Schema): readonly { schema: Schema; name: string }[] => {
  const found = resolved(schema, root);
  const parts = [...(found.schema.anyOf ?? []), ...(found.schema.oneOf ?? []), ...(found.schema.allOf ?? [])];
  return parts.length === 0 ? [found] : parts.flatMap((part) => branches(part, root));
};

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

const fits = ({ type, properties }: Schema, value: unknown): boolean => {
  if (type !== undefined) return (type === 'integer' ? 'number' : type) === typeOf(value);
  return properties === undefined || typeOf(value) === 'object';
};

const STRINGS: Readonly<Record<string, Kind>> = { Day: 'day', Instant: 'instant' };

const kindOf = ({ schema, name }: { schema: Schema; name: string }, value: unknown): Kind => {
  const type = typeOf(value);
  if (type !== 'string') return type as Kind;
  const named = STRINGS[name];
  if (named !== undefined) return named;
  const isText = schema.pattern === undefined && schema.enum === undefined && schema.maxLength !== undefined;
  return isText ? 'text' : 'closed';
};

interface Walk {
  readonly root: Schema;
  readonly path: Place['path'];
  readonly isOptional: boolean;
}

const walk = (schema: Schema, value: unknown, { root, path, isOptional }: Walk): readonly Place[] => {
  const all = branches(schema, root);
  const isNullable = all.some((branch) => branch.schema.type === 'null');
  const fitting = all.find((branch) => fits(branch.schema, value));
  if (fitting === undefined || value === null) return [];
  const { minimum, maximum = fitting.schema.maxLength } = fitting.schema;
  const here: Place = {
    path,
    kind: kindOf(fitting, value),
    value,
    bounds: [minimum, maximum],
    isNullable,
    isOptional,
  };
  if (Array.isArray(value)) {
    const [first] = value as readonly unknown[];
    const { items } = fitting.schema;
    const below =
      items === undefined || first === undefined
        ? []
        : walk(items, first, { root, path: [...path, 0], isOptional: true });
    return [here, ...below];
  }
  if (typeof value !== 'object') return [here];
  const below = Object.entries(value).flatMap(([name, member]) => {
    const property = fitting.schema.properties?.[name];
    const isOptionalBelow = fitting.schema.required?.includes(name) !== true;
    return property === undefined
      ? []
      : walk(property, member, { root, path: [...path, name], isOptional: isOptionalBelow });
  });
  return [here, ...below];
};

/** Every place of a value, by its schema; of an array the first element. */
export const placesOf = (schema: Schema, value: unknown): readonly Place[] =>
  walk(schema, value, { root: schema, path: [], isOptional: true });

/** A copy with another value in a place; without it when the value is undefined. */
export const withValue = (
  payload: unknown,
  [first, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown => {
  if (first === undefined) return value;
  if (Array.isArray(payload)) {
    const copy: unknown[] = [...(payload as readonly unknown[])];
    copy[first as number] = withValue(copy[first as number], rest, value);
    return copy;
  }
  const { [first]: old, ...others } = payload as Json;
  const next = withValue(old, rest, value);
  return next === undefined ? others : { ...others, [first]: next };
};
