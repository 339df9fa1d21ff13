import * as z from 'zod';
import { text } from './text.js';

/** What most acts answer: the key of the record that they wrote. */
export const done = z.strictObject({ key: text(300) });
