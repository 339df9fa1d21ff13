import type { RECALL_ERRORS } from '@yaosu/chaincode/model/recall/errors';
import { broken, exists, forbidden, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the recall subject. */
export const recallTexts: Readonly<Record<(typeof RECALL_ERRORS)[number], ErrorMeaning>> = {
  INVESTIGATION_EXISTS: exists('该调查编号已被使用。', 'The investigation exists already.'),
  INVESTIGATION_NOT_FOUND: missing('没有该调查。', 'There is no such investigation.'),
  INVESTIGATION_NO_ROOT: broken('该批次不是调查的起点。', 'The batch is no root of the investigation.'),
  STOP_NOT_FOUND: broken('该批次没有有效的停用。', 'The batch is not stopped by this investigation.'),
  STOP_NOT_DEMANDED: broken('账本不要求停用该批次。', 'The ledger does not demand this stop.'),
  SEAL_FRONTIER_OPEN: broken('下游批次尚未全部封闭。', 'A batch made of a member is not sealed yet.'),
  RECALL_MEMBER_NOT_FOUND: broken('该批次不在调查范围内。', 'The batch is no member of the closure.'),
  RECALL_MEMBER_UNDECIDED: broken('仍有批次未作出判定。', 'A member of the closure has not been decided.'),
  RECALL_NOTHING_IN_SCOPE: broken('没有需要召回的上市批次。', 'No marketed batch is in scope.'),
  RECALL_MAH_WRONG: forbidden(
    '只有这些批次的上市许可持有人可以主动召回。',
    'Only the MAH of all of these batches opens a voluntary recall.',
  ),
  RECALL_ORDER_WRONG: broken(
    '责令召回须由药监机构附令号发出。',
    'An ordered recall is opened by an authority, with its number.',
  ),
  RECALL_BATCH_NOT_IN_SCOPE: broken('该批次不在召回范围内。', 'The batch is not in the scope of the recall.'),
  RECALL_COUNT_UNBALANCED: broken('数量不平衡。', 'The counts do not add up.'),
  RECALL_COUNT_INCOMPLETE: broken('召回核对不完整。', 'The reconciliation is incomplete.'),
};
