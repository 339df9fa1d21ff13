import type * as z from 'zod';

/** Content of a JSON body or answer. */
export const json = (schema: z.ZodType): { content: { 'application/json': { schema: z.ZodType } } } => ({
  content: { 'application/json': { schema } },
});
