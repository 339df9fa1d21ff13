/** Gives a statement that goes with a record to whom this gateway's own ledger lets read that record, and to nobody else. */
import type { enterpriseRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type * as z from 'zod';
import { NOBODY, type Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { nowInstant } from '../ports.js';
import { firmValue } from '../projection/directory.js';
import type { Services } from '../services.js';
import { authorsOf } from '../statements/authors-of.js';
import { openByAuthor } from '../statements/open-statement.js';
import type { Asker } from './check-request.js';
import type { QUESTIONS } from './questions.js';

type EnterpriseRecord = z.output<typeof enterpriseRecord>;
type Question = z.output<(typeof QUESTIONS)['statement']['body']>;

/** An enterprise asks for itself; that its people gave a purpose, and that it was written down, is its own gateway's word. */
const readerOf = (
  { host, enterprise }: Asker,
  { reader }: Question,
  record: EnterpriseRecord | undefined,
  at: string,
): Caller | undefined => {
  const asksForItself = host === undefined && enterprise === reader.enterprise;
  if (!asksForItself || record === undefined) return undefined;
  return { ...NOBODY, enterprise, at, authority: record.authority, purpose: reader.purpose };
};

/** Sealed for the reader. @throws ApiError RECORD_NOT_FOUND, the same for what is not here and what is not for the asker */
export const offerStatement = async (
  { db, ports, vault }: Pick<Services, 'db' | 'ports' | 'vault'>,
  asker: Asker,
  question: Question,
): Promise<{ sealed: string }> => {
  const { enterprise } = question.reader;
  const record = (await firmValue(db, keyOf('ent', enterprise))) as EnterpriseRecord | undefined;
  const reader = readerOf(asker, question, record, nowInstant(ports.clock));
  const authors = reader === undefined ? [] : await authorsOf(db, reader, question);
  const found = await openByAuthor(vault, authors, question.digest);
  const encryption = record?.encryption ?? null;
  if (found === undefined || encryption === null) throw new ApiError('RECORD_NOT_FOUND');
  const box = vault.sealFor({ enterprise, spki: Buffer.from(encryption, 'base64url') }, found);
  return { sealed: Buffer.from(box).toString('base64url') };
};
