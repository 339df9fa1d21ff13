/** Private terms out of the collection of the two hosts: what the own peer has, opened with the own enterprise's key. */
import { taskTerms, type TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import * as z from 'zod';
import { salt } from '../api/schemas.js';
import { outcomeOf } from '../ledger/outcome.js';
import { hostOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import type { TaskView } from './find-task.js';

type Parts = Pick<Services, 'access' | 'db' | 'vault'>;

/** Terms and the salt that proves them. */
export interface OpenedTerms {
  readonly salt: string;
  readonly terms: TaskTerms;
}

const content = z.strictObject({ salt, content: taskTerms });

/**
 * Sealed terms as the peer of the reader's host has them, or that of the other one's, which has the same, while it is away;
 * undefined when no host of the reader is served here. @throws LedgerError
 */
const sealedTerms = async (
  { access, db }: Parts,
  reader: string,
  { client, cdmo, terms }: TaskView,
): Promise<Uint8Array | undefined> => {
  const [host, other] = await Promise.all(
    [reader, reader === client ? cdmo : client].map((enterprise) => hostOf(db, enterprise)),
  );
  const identity = host === undefined ? undefined : access.identities[host];
  if (host === undefined || identity === undefined) return undefined;
  const read = (endorser: MspId): Promise<Uint8Array> => {
    const call = { contract: 'Terms', fn: 'read', args: [client, cdmo, terms.sealed], endorsers: [endorser] };
    return access.ledger.evaluate(call, identity);
  };
  try {
    return await read(host);
  } catch (error) {
    if (other === undefined || other === host || outcomeOf(error).kind !== 'away') throw error;
    return read(other);
  }
};

/** Whether these are the terms of a commitment. */
export const isProved = (commitment: string, { salt: random, terms }: OpenedTerms): boolean =>
  plaintextDigest(random, terms) === commitment;

/** Terms for one of the two; undefined when they cannot be opened, or are not what was committed to. */
export const openTerms = async (
  parts: Parts,
  reader: string,
  task: TaskView,
): Promise<OpenedTerms | undefined> => {
  const box = await sealedTerms(parts, reader, task);
  if (box === undefined) return undefined;
  const opened = content.safeParse(parts.vault.openSealed(reader, box));
  if (!opened.success) return undefined;
  const terms = { salt: opened.data.salt, terms: opened.data.content };
  return isProved(task.terms.commitment, terms) ? terms : undefined;
};
