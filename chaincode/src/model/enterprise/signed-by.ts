import * as z from 'zod';
import { enterpriseId, kid, personId } from '../kernel/text.js';

/** Who signed something, kept in the record that a later rule compares: people are compared by `person`, never by key. */
export const signedBy = z
  .strictObject({ enterprise: enterpriseId, kid, person: personId.nullable() })
  .meta({ id: 'SignedBy' });
/** Who signed. */
export type SignedBy = z.infer<typeof signedBy>;
