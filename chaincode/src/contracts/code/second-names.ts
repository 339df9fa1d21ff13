/** What second codes stand for, and which an object has. */
import { aliasRecord, namesRecord, type AliasRecord } from '../../model/code/schemas.js';
import type { ActTransaction } from '../act-transaction.js';

/** A second code that is registered; undefined for one that was never, or was withdrawn. */
export const registeredAlias = async (
  { state }: ActTransaction,
  code: string,
): Promise<AliasRecord | undefined> => {
  const record = await state.get(aliasRecord, 'alias', code);
  return record?.state === 'registered' ? record : undefined;
};

/** Second codes that an object has by now, in the order of their registration. */
export const namesOf = async ({ state }: ActTransaction, code: string): Promise<readonly string[]> =>
  (await state.get(namesRecord, 'names', code))?.aliases ?? [];

/** Whether a code is one of two of one object: a second one, or a first one that has others. */
export const isOfPair = async (tx: ActTransaction, code: string): Promise<boolean> =>
  (await registeredAlias(tx, code)) !== undefined || (await namesOf(tx, code)).length > 0;
