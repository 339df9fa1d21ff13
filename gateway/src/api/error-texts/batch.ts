import type { BATCH_ERRORS } from '@yaosu/chaincode/model/batch/errors';
import { broken, exists, forbidden, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the batch subject. */
export const batchTexts: Readonly<Record<(typeof BATCH_ERRORS)[number], ErrorMeaning>> = {
  BATCH_EXISTS: exists('该批次已登记。', 'The batch is registered already.'),
  BATCH_NOT_FOUND: missing('此处没有该批次。', 'No such batch is known here.'),
  BATCH_KIND_FORBIDDEN: forbidden(
    '企业不能登记该类批次。',
    'The enterprise may not register batches of this kind.',
  ),
  BATCH_DATE_WRONG: broken('批次日期有误。', "The batch's dates are wrong."),
  BATCH_ORIGIN_WRONG: broken('批次来源与登记不符。', 'The origin of the batch does not fit.'),
  BATCH_STOPPED: broken(
    '该批次已停用（调查或召回）。',
    'The batch is stopped by an investigation or recall.',
  ),
  BATCH_HELD: broken('该批次被暂控。', 'The batch is on hold.'),
  BATCH_NOT_RELEASED: broken('该批次尚未放行。', 'The batch has not been released.'),
  BATCH_EXPIRED: broken('该批次已过有效期。', 'The batch has expired.'),
  INPUT_NOT_RELEASED: broken('投入的批次尚未放行。', 'A batch that went into it has not been released.'),
  REWORK_NOT_APPROVED: broken('返工或重新加工未经批准。', 'Rework and reprocessing need an approval.'),
  ESCROW_MISSING: broken('缺少监管托管密钥。', 'The key wrap for the authority is missing.'),
};
