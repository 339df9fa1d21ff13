/** Text of addresses: PostgreSQL takes no NUL, and no key, id or cursor of ours has one. */
import * as z from 'zod';

const NUL = '\u0000';

/** Whether no NUL is in a text. */
export const isWithoutNul = (text: string): boolean => !text.includes(NUL);

/** Text of a path or query, of so many characters at most. */
export const queryText = (max: number): z.ZodString => z.string().max(max).refine(isWithoutNul, 'NUL');
