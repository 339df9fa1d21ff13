/** Names under which an enterprise is named as a reader of records. */
import type { Database } from '../db/open-database.js';
import { recordValue } from '../projection/directory.js';

/** The authorities of a subject as readers; no enterprise has such a name. */
export const toldSubject = (subject: string): string => `@${subject}`;

/** The enterprise itself, and the subject that it is an authority of. */
export const readerNames = async (db: Database, enterprise: string): Promise<readonly string[]> => {
  const firm = await recordValue(db, `ent~${enterprise}`);
  const authority = firm?.['authority'] as { readonly subject: string } | null | undefined;
  return [enterprise, ...(authority == null ? [] : [toldSubject(authority.subject)])];
};
