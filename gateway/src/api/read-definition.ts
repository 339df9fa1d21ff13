import * as z from 'zod';
import { queryText } from './query-text.js';

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

/** No parameters. */
export const none = z.strictObject({});

const MAX_PAGE = 200;
const DEFAULT_PAGE = 50;

/** Where a page starts and how long it is. */
export const page = z.strictObject({
  cursor: queryText(200).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
});
