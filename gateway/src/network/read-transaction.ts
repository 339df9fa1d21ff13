import type { Party } from '@yaosu/chaincode/model/kernel/command';
import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import type { ReadHandler } from '../http/read-handler.js';
import { recordValue } from '../projection/directory.js';
import { visibleKeys } from './visible-keys.js';

/** Whose key each is; keys are public records. */
const withPersons = (
  db: Database,
  parties: readonly Party[],
): Promise<ReadAnswer<'transaction'>['signers']> =>
  Promise.all(
    parties.map(async (party) => {
      const person = (await recordValue(db, `key~${party.kid}`))?.['person'];
      return { ...party, person: typeof person === 'string' ? person : null };
    }),
  );

/** `GET /api/transactions/{txId}`: of a transaction that wrote only foreign records nothing is known here */
export const readTransaction: ReadHandler<'transaction'> = async ({
  params: { txId },
  caller,
  services: { db },
}) => {
  const row = await db
    .selectFrom('transactions')
    .innerJoin('blocks', 'blocks.number', 'transactions.block')
    .selectAll('transactions')
    .select('blocks.provisional')
    .where('tx_id', '=', txId)
    .orderBy('code')
    .orderBy('block')
    .executeTakeFirst();
  const keys = row === undefined ? [] : await visibleKeys(db, caller, row.keys);
  if (row === undefined || keys.length === 0) throw new ApiError('TRANSACTION_NOT_FOUND');
  const { block, index, code, timestamp, contract, act, cmd, endorsers, creator_msp: creatorMsp } = row;
  const signers = await withPersons(db, row.parties);
  // What a transaction did is said by one block: whether later ones are provisional changes nothing of it.
  const provisional = row.provisional ? true : undefined;
  const told = { txId, block, index, code, creatorMsp, timestamp, contract, act, cmd, endorsers };
  return { ...told, signers, keys, provisional };
};
