import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { visibleKeys } from './visible-keys.js';

/** `GET /api/transactions/{txId}`: of a transaction that wrote only foreign records nothing is known here */
export const readTransaction: ReadHandler<'transaction'> = async ({
  params: { txId },
  caller,
  services: { db },
}) => {
  const row = await db
    .selectFrom('transactions')
    .selectAll()
    .where('tx_id', '=', txId)
    .orderBy('code')
    .orderBy('block')
    .executeTakeFirst();
  const keys = row === undefined ? [] : await visibleKeys(db, caller, row.keys);
  if (row === undefined || keys.length === 0) throw new ApiError('TRANSACTION_NOT_FOUND');
  const { block, index, code, timestamp, contract, act, cmd, endorsers, creator_msp: creatorMsp } = row;
  return { txId, block, index, code, creatorMsp, timestamp, contract, act, cmd, endorsers, keys };
};
