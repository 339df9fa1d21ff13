import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import type { Services } from '../services.js';
import { authorsOf, type AskedStatement } from '../statements/authors-of.js';
import { openByAuthor } from '../statements/open-statement.js';
import type { Stored } from '../vault/vault.js';

/** What others wrote as evidence of a record that the caller may read. @throws ApiError as the exchange refuses */
const openWithRecord = async (
  { db, statements, vault }: Services,
  caller: Caller,
  asked: AskedStatement,
): Promise<Stored | undefined> => {
  const authors = await authorsOf(db, caller, asked);
  const here = await openByAuthor(vault, authors, asked.digest);
  return here ?? statements.fetch(caller, asked, authors);
};

/**
 * `GET /api/statements/{digest}`: words that the caller's own enterprise stored, or that go with the record that it names; any
 * others are answered like a random digest
 */
export const readStatement: ReadHandler<'statement'> = async ({ params, query, caller, services }) => {
  const { digest } = params;
  const { record } = query;
  const own = await openByAuthor(services.vault, [caller.enterprise], digest);
  const found =
    own ?? (record === undefined ? undefined : await openWithRecord(services, caller, { record, digest }));
  if (found === undefined) throw new ApiError('RECORD_NOT_FOUND');
  return { salt: found.salt, content: found.content as Record<string, unknown> };
};
