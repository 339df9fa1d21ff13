/** Gives a document's ciphertext and key wrap to whom the ledger opens it, and to nobody else. */
import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { REGULATOR } from '@yaosu/chaincode/model/organisations';
import type * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { isOpenTo } from '../documents/read-document.js';
import { nowInstant } from '../ports.js';
import { firmValue } from '../projection/directory.js';
import type { Services } from '../services.js';
import type { Asker } from './check-request.js';
import type { QUESTIONS } from './questions.js';

type Question = z.output<(typeof QUESTIONS)['document']['body']>;

/** Name of a reader's wrap in the vault. */
export const wrapNameOf = (reader: Question['reader']): string =>
  'escrow' in reader ? `escrow-${reader.escrow}` : reader.enterprise;

/** An enterprise asks by its service key, the authorities' host for what is escrowed with it. */
const mayAsk = async (
  { db, ports }: Services,
  { host, enterprise }: Asker,
  document: DocumentRecord,
  reader: Question['reader'],
): Promise<boolean> => {
  if ('escrow' in reader)
    return host === REGULATOR && document.escrows.some(({ subject }) => subject === reader.escrow);
  const asksForItself = host === undefined && enterprise === reader.enterprise;
  return asksForItself && (await isOpenTo(db, enterprise, document, nowInstant(ports.clock)));
};

/** What a reader may have. @throws ApiError RECORD_NOT_FOUND, the same for what is not here and what is not for the asker */
export const offerDocument = async (
  services: Services,
  asker: Asker,
  { document: id, reader }: Question,
): Promise<{ ciphertext: string; wrap: string }> => {
  const document = (await firmValue(services.db, keyOf('doc', id))) as DocumentRecord | undefined;
  const offered =
    document !== undefined && (await mayAsk(services, asker, document, reader))
      ? await services.vault.offer(document.ciphertextDigest, wrapNameOf(reader))
      : undefined;
  if (offered === undefined) throw new ApiError('RECORD_NOT_FOUND');
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  return { ciphertext: text(offered.ciphertext), wrap: text(offered.wrap) };
};
