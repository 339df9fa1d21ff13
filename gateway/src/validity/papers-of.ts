import type { Database } from '../db/open-database.js';
import { licencePapers, type Asked, type Paper } from './licence-papers.js';
import { openRecordsOf, partnersOf } from './open-records.js';
import { otherPapers } from './other-papers.js';

/** What runs out for a firm until a day; an authority, which depends on nobody, has its own keys alone. */
export const papersOf = async (db: Database, asked: Asked): Promise<readonly Paper[]> => {
  const open = await openRecordsOf(db, asked.enterprise);
  const partners = await partnersOf(db, asked, open);
  return [...(await licencePapers(db, asked, { open, partners })), ...(await otherPapers(db, asked, open))];
};
