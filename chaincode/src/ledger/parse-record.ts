/** Stored records are read again and again, by every act of every enterprise: each version of a key is parsed once. */
import type * as z from 'zod';

/** A key's bytes, and what they were under a schema. */
interface Parsed {
  readonly schema: z.ZodType;
  readonly bytes: Uint8Array;
  readonly record: unknown;
}

const CAPACITY = 2_000;
const parsed = new Map<string, Parsed>();

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) freeze(member);
  return Object.freeze(value);
};

/** The record that a key holds, frozen, since others may get the same. @throws ZodError when it is not of this schema */
export const parseRecord = <S extends z.ZodType>(schema: S, key: string, bytes: Uint8Array): z.output<S> => {
  const known = parsed.get(key);
  if (known?.schema === schema && Buffer.compare(known.bytes, bytes) === 0)
    return known.record as z.output<S>;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const record = freeze(schema.parse(JSON.parse(text)));
  if (parsed.size >= CAPACITY) parsed.clear();
  parsed.set(key, { schema, bytes, record });
  return record;
};
