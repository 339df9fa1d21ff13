import type * as z from 'zod';

/** One read. */
export interface ReadDefinition<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  R extends z.ZodType = z.ZodType,
> {
  /** OpenAPI spelling: `/api/batches/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: 'public' | 'session';
  readonly params: P;
  readonly query: Q;
  readonly response: R;
}

/** A read with the types of its parts. */
export const read = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  definition: ReadDefinition<P, Q, R>,
): ReadDefinition<P, Q, R> => definition;
