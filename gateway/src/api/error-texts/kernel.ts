import type { KERNEL_ERRORS } from '@yaosu/chaincode/model/kernel/errors';
import { bad, broken, forbidden, meaning, missing, outdated, type ErrorMeaning } from '../error-meaning.js';

/** Refusals that any act can meet. */
export const kernelTexts: Readonly<Record<(typeof KERNEL_ERRORS)[number], ErrorMeaning>> = {
  INPUT_INVALID: bad('填写的内容不符合要求。', 'The content does not have the required form.'),
  COMMAND_NOT_CANONICAL: bad('指令不是规范格式。', 'The command is not in canonical form.'),
  COMMAND_ID_WRONG: bad('指令编号与内容不符。', 'The command id does not match its content.'),
  COMMAND_MISDIRECTED: bad('指令与所调用的操作不符。', 'The command is for another act or record.'),
  COMMAND_EXPIRED: outdated('指令已过期，请重新签名。', 'The command has expired; sign it anew.'),
  LEDGER_NOT_OPEN: meaning(503, 'same')('网络尚未开通。', 'The network has not been opened yet.'),
  LEDGER_FOREIGN: outdated('指令属于另一账本。', 'The command is for another ledger.'),
  HOST_FOREIGN: forbidden('本节点不代表任何签署方。', 'No party is hosted by this organisation.'),
  PARTIES_WRONG: bad('签署方与该操作不符。', 'The parties are not those of this act.'),
  PARTY_ROLE_MISSING: forbidden('企业不具备所需角色。', 'The enterprise does not hold the required role.'),
  FUNCTION_MISSING: forbidden('签署人没有所需职务。', 'The signer does not hold the required function.'),
  KEY_UNKNOWN: forbidden('密钥未登记。', 'The key is not registered.'),
  KEY_FOREIGN: forbidden('密钥属于另一企业。', 'The key belongs to another enterprise.'),
  KEY_KIND_INSUFFICIENT: forbidden(
    '该类密钥不足以签署此操作。',
    'This kind of key does not suffice for the act.',
  ),
  KEY_NOT_FOR_THIS: forbidden(
    '该密钥只能答复所邀请的那一条记录，不能用于其他。',
    'This key answers the one record that it was made for, and is good for nothing else.',
  ),
  KEY_NOT_VALID: forbidden('密钥不在有效期内。', 'The key is outside its period of validity.'),
  KEY_REVOKED: forbidden('密钥已吊销。', 'The key has been revoked.'),
  SIGNATURE_INVALID: bad('签名无效。', 'A signature is not valid.'),
  PERSONS_NOT_DISTINCT: broken('需要两名不同的人员签署。', 'Two different persons have to sign.'),
  CAPTURED_AT_IMPLAUSIBLE: outdated(
    '记录时间与账本时间不符，请重新签名。',
    'The time of capture is too far off; sign anew.',
  ),
  SUBJECT_STALE: outdated(
    '记录已被更改，请查看后重新签名。',
    'The record has changed since; look at it and sign anew.',
  ),
  FACT_LATE: broken(
    '记录迟到超过72小时，需复核。',
    'The fact arrived more than 72 hours late and needs a review.',
  ),
  SUBJECT_NOT_FOUND: missing('没有该记录。', 'There is no such record.'),
  STATE_WRONG: broken('当前状态不允许此操作。', 'The present state does not allow this.'),
  PARTY_NOT_CONCERNED: forbidden('该记录与贵企业无关。', 'The record does not concern this enterprise.'),
  ALREADY: meaning(409, 'same')('该指令已执行。', 'The command has been carried out already.'),
};
