import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';
import type { ReadHandler } from '../http/read-handler.js';
import { nowInstant } from '../ports.js';
import { recordValue } from '../projection/directory.js';

/** Whether a document is open to an enterprise: its own, or granted, not withdrawn and not past the grant's end. */
export const mayOpen = async (
  db: Database,
  enterprise: string,
  document: Readonly<Record<string, unknown>>,
  now: string,
): Promise<boolean> => {
  if (document['owner'] === enterprise) return true;
  const grant = await recordValue(db, `grant~${String(document['document'])}~${enterprise}`);
  if (grant === undefined || (grant['withdrawnAt'] ?? null) !== null) return false;
  const until = grant['until'];
  return typeof until !== 'string' || now <= until;
};

/** `GET /api/documents/{id}`: a document of others is answered like one that does not exist */
export const readDocument: ReadHandler<'document'> = async ({ params: { id }, caller, services }) => {
  const { db, vault, ports } = services;
  const document = await recordValue(db, `doc~${id}`);
  const isOpen =
    document !== undefined && (await mayOpen(db, caller.enterprise, document, nowInstant(ports.clock)));
  if (!isOpen) throw new ApiError('RECORD_NOT_FOUND');
  const read = await vault.read(caller.enterprise, String(document['ciphertextDigest']));
  return {
    document: id,
    plaintextDigest: String(document['plaintextDigest']),
    salt: read?.salt ?? null,
    content: (read?.content ?? null) as Record<string, unknown> | null,
  };
};
