import type { DocumentRecord, GrantRecord } from '@yaosu/chaincode/model/document/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { mayRead } from '@yaosu/chaincode/rules/document/may-read';
import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';
import type { ReadHandler } from '../http/read-handler.js';
import { nowInstant } from '../ports.js';
import { firmValue, recordValue } from '../projection/directory.js';
import type { Services } from '../services.js';

/** Whether a document is open to an enterprise now, by the rule of the peers and by what the own peer has given. */
export const isOpenTo = async (
  db: Database,
  enterprise: string,
  document: DocumentRecord,
  now: string,
): Promise<boolean> => {
  const { document: id } = document;
  const grant = await firmValue(db, keyOf('grant', id, enterprise));
  const isFirm = (await firmValue(db, keyOf('doc', id))) !== undefined;
  return isFirm && mayRead(document, grant as GrantRecord | undefined, enterprise, now);
};

/**
 * What a document that is open to an enterprise says; its bytes may lie with the owner's gateway still.
 * @returns undefined when they are not to be had now
 */
export const openHere = async (
  { vault, exchange }: Pick<Services, 'vault' | 'exchange'>,
  enterprise: string,
  { document, ciphertextDigest }: Pick<DocumentRecord, 'document' | 'ciphertextDigest'>,
): Promise<{ salt: string; content: unknown } | undefined> => {
  const here = await vault.read(enterprise, ciphertextDigest);
  if (here !== undefined) return here;
  await exchange.want(document, enterprise);
  return vault.read(enterprise, ciphertextDigest);
};

/** `GET /api/documents/{id}`: a document of others is answered like one that does not exist */
export const readDocument: ReadHandler<'document'> = async ({ params: { id }, caller, services }) => {
  const { db, ports } = services;
  const document = (await recordValue(db, keyOf('doc', id))) as DocumentRecord | undefined;
  const isOpen =
    document !== undefined && (await isOpenTo(db, caller.enterprise, document, nowInstant(ports.clock)));
  if (!isOpen) throw new ApiError('RECORD_NOT_FOUND');
  const read = await openHere(services, caller.enterprise, document);
  return {
    document: id,
    plaintextDigest: document.plaintextDigest,
    salt: read?.salt ?? null,
    content: (read?.content ?? null) as Record<string, unknown> | null,
  };
};
