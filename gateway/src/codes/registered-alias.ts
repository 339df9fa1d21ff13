import type { AliasRecord } from '@yaosu/chaincode/model/code/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { Database } from '../db/open-database.js';
import { recordValue } from '../projection/directory.js';

/** What a second code stands for by now; undefined for a code that is none, or no more. @param hash the ledger's name of the code */
export const registeredAlias = async (db: Database, hash: string): Promise<AliasRecord | undefined> => {
  const value = (await recordValue(db, keyOf('alias', hash))) as AliasRecord | undefined;
  return value?.state === 'registered' ? value : undefined;
};
