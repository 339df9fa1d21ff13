import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import type * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import type { batchIdentityContent } from '../api/schemas.js';
import { isOpenTo, openHere } from '../documents/read-document.js';
import type { ReadHandler } from '../http/read-handler.js';
import { recordValue } from '../projection/directory.js';
import { batchesOf, viewOf } from './queries.js';

/** `GET /api/batches/{id}/identity`: opened with the caller's own key wrap; null where there is none or its grant has ended. */
export const readBatchIdentity: ReadHandler<'batchIdentity'> = async ({
  params: { id },
  caller,
  services,
}) => {
  const { db } = services;
  const row = await batchesOf(db, caller).where('batches.batch', '=', id).executeTakeFirst();
  if (row === undefined) throw new ApiError('BATCH_NOT_FOUND');
  const document = (await recordValue(db, `doc~${viewOf(row).identity}`)) as DocumentRecord | undefined;
  const isOpen = document !== undefined && (await isOpenTo(db, caller.enterprise, document, caller.at));
  const identity = isOpen ? await openHere(services, caller.enterprise, document) : undefined;
  return {
    plaintextDigest: String(document?.plaintextDigest),
    identity: (identity ?? null) as { salt: string; content: z.output<typeof batchIdentityContent> } | null,
  };
};
