/** Stored records are read again and again, by every act of every enterprise: each text is parsed once. */
import type * as z from 'zod';

const CAPACITY = 2_000;
const known = new WeakMap<z.ZodType, Map<string, unknown>>();

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) freeze(member);
  return Object.freeze(value);
};

const textsOf = (schema: z.ZodType): Map<string, unknown> => {
  const texts = known.get(schema) ?? new Map<string, unknown>();
  known.set(schema, texts);
  return texts;
};

/** The record of stored bytes, frozen, since others may get the same. @throws ZodError when it is not of this schema */
export const parseRecord = <S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> => {
  const texts = textsOf(schema);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const found = texts.get(text);
  if (found !== undefined) return found as z.output<S>;
  const record = freeze(schema.parse(JSON.parse(text)));
  if (texts.size >= CAPACITY) texts.clear();
  texts.set(text, record);
  return record;
};
