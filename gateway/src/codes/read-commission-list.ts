import type { CommissionRecord, ObjectRecord } from '@yaosu/chaincode/model/code/schemas';
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { recordValue } from '../projection/directory.js';

/** `GET /api/codes/commissions/{commission}`: made anew out of the blocks that the ledger has, never stored. */
export const readCommissionList: ReadHandler<'commissionList'> = async ({ params, caller, services }) => {
  const { commission } = params;
  const { db, issuing } = services;
  const goods = (await recordValue(db, keyOf('obj', commission))) as ObjectRecord | undefined;
  const value = await recordValue(db, keyOf('com', goods?.contents[0]?.batch ?? '', commission));
  const record = value as CommissionRecord | undefined;
  if (record?.enterprise !== caller.enterprise) throw new ApiError('RECORD_NOT_FOUND');
  const blocks = await issuing.blocksOf(commission);
  const [first] = blocks;
  const space = first && issuing.spaces.get(caller.enterprise, first.prefix);
  if (first === undefined || space === undefined) return { list: null };
  const serials = issuing.serials(space).at(first.block * BLOCK_SIZE, record.used);
  return { list: { gtin: space.gtin, serials: [...serials] } };
};
