import type { TASK_ERRORS } from '@yaosu/chaincode/model/task/errors';
import { broken, exists, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the task subject. */
export const taskTexts: Readonly<Record<(typeof TASK_ERRORS)[number], ErrorMeaning>> = {
  TASK_EXISTS: exists('该委托生产订单已发出。', 'The task has been offered already.'),
  TASK_NOT_FOUND: missing('没有该委托生产订单。', 'There is no such task.'),
  TASK_DATE_WRONG: broken(
    '委托日期有误：交付日期不得早于开始日期或今天。',
    'A date of the task is wrong: delivery is neither before the start nor before today.',
  ),
  TASK_CDMO_UNFIT: broken(
    '该企业当前不能受托生产：须为其他受托生产企业，且许可证在该地址有效。',
    'This enterprise cannot be commissioned now: it has to be another one, a CDMO, licensed at the site.',
  ),
  TASK_TERMS_MISSING: broken(
    '保密条款尚未封存，不能发出委托。',
    'The private terms have not been sealed, so the task cannot be offered.',
  ),
  TASK_TERMS_WRONG: broken(
    '封存的保密条款与所签摘要不符。',
    'The sealed private terms are not those whose digest was signed.',
  ),
  TASK_TERMS_EXIST: exists('这些保密条款已封存。', 'These private terms have been sealed already.'),
  TASK_BATCH_FOREIGN: broken(
    '该批次不是受托方为委托方生产的。',
    'The batch was not made by this CDMO for this client.',
  ),
  TASK_QUANTITY_EXCEEDED: broken('交付数量超出委托数量。', 'More is delivered than was ordered.'),
};
