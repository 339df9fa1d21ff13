import * as z from 'zod';
import { isSpokenCode, withCheck } from './spoken-code.js';

/** A code with its right check character. */
export const spokenCode = z
  .string()
  .refine(isSpokenCode, 'SPOKEN_CODE')
  .meta({ id: 'SpokenCode', examples: [withCheck('7K3MPQR')] });
