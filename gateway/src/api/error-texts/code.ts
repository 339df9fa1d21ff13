import type { CODE_ERRORS } from '@yaosu/chaincode/model/code/errors';
import { broken, exists, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the code subject. */
export const codeTexts: Readonly<Record<(typeof CODE_ERRORS)[number], ErrorMeaning>> = {
  CODE_BLOCK_RESERVED: exists('该号段已被申领。', 'The block of serials is reserved already.'),
  CODE_BLOCK_UNUSABLE: broken(
    '号段未申领或已使用。',
    'The block of serials is not reserved, or used already.',
  ),
  CODE_COUNT_EXCEEDED: broken('数量超出已发码数。', 'There are not so many serials.'),
  CODE_BATCH_NOT_PACKED: broken('只有包装批次可以赋码。', 'Only packed batches carry serials.'),
  CODE_COMMISSION_NOT_FOUND: missing('没有该赋码记录。', 'There is no such commission.'),
  CODE_GOODS_MIXED: broken(
    '货主或收货人不同的货物不能合装。',
    'Goods of different owners or receipts do not mix.',
  ),
  CODE_EXISTS: exists('该码已使用。', 'The code is in use already.'),
  CODE_NOT_FOUND: missing('此处没有该码。', 'No such code is known here.'),
  CODE_IS_ALIAS: broken('该码本身是别名。', 'The code is an alias itself.'),
  CODE_ALIAS_NOT_FOUND: missing(
    '该码未登记为此对象的别名，或已撤销。',
    'The code is not registered as a second code of this object, or no more.',
  ),
  CODE_TEXT_MISSING: broken(
    '节点未收到别名的原文，无法核对归属。',
    'The peers were not shown the second code, and cannot tell whose it is.',
  ),
  CODE_TEXT_WRONG: broken(
    '别名原文与所签摘要不符。',
    'The second code is not the one whose hash was signed.',
  ),
  CODE_ALIAS_UNFIT: broken(
    '别名必须是单个包装的码，且采用规范写法。',
    'A second code is the code of one thing, in its one spelling.',
  ),
  CODE_ALIASES_TOO_MANY: broken('该对象的别名已达上限。', 'The object has as many codes as it may have.'),
  CODE_LEVELS_MIXED: broken(
    '箱与散件不能装入同一容器。',
    'Containers and single units do not go into one container.',
  ),
  CODE_BATCHES_TOO_MANY: broken('一箱至多装两个批次。', 'A case holds at most two batches.'),
  CODE_CONTENTS_DIFFER: broken('内装数量与记录不符。', 'The contents differ from the record.'),
  CODE_NOT_PROVED: broken('无法证明该码已赋码。', 'Nothing proves that this code was commissioned.'),
  UNIT_ALREADY_DISPENSED: broken('该药品已销售或发放。', 'This pack has been dispensed already.'),
  UNIT_DECOMMISSIONED: broken('该码已注销。', 'This pack has been taken out.'),
  UNIT_NOT_DISPENSED: broken('该药品尚未发放。', 'This pack has not been dispensed.'),
};
