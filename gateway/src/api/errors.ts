/** The one table of refusals: HTTP status, whether to try again, and a sentence for people in both languages. */
import type { AnyErrorCode } from './error-codes.js';

/** `never`: nothing will change; `same`: send the very same again; `new`: make and sign a new command. */
export type Retry = 'never' | 'same' | 'new';

/** What a code means to a client. */
export interface ErrorMeaning {
  readonly status: number;
  readonly retry: Retry;
  readonly zh: string;
  readonly en: string;
}

const meaning =
  (status: number, retry: Retry) =>
  (zh: string, en: string): ErrorMeaning => ({ status, retry, zh, en });

const bad = meaning(400, 'never');
const forbidden = meaning(403, 'never');
const missing = meaning(404, 'never');
const exists = meaning(409, 'never');
const broken = meaning(422, 'never');
const outdated = meaning(409, 'new');

/** Code → meaning, exhaustive. */
export const ERRORS: Readonly<Record<AnyErrorCode, ErrorMeaning>> = {
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
  ALREADY: meaning(409, 'same')('该指令已执行。', 'The command has been carried out already.'),
  NETWORK_ALREADY_OPEN: exists('网络已开通。', 'The network is open already.'),
  NETWORK_OPENER_FOREIGN: forbidden('只有监管机构可以开通网络。', 'Only the regulator opens the network.'),
  ENTERPRISE_EXISTS: exists('企业已登记。', 'The enterprise is registered already.'),
  ENTERPRISE_NOT_FOUND: missing('没有该企业。', 'There is no such enterprise.'),
  ENTERPRISE_FOREIGN: forbidden('不能代表另一企业操作。', 'Nobody acts for another enterprise.'),
  ENTERPRISE_HOST_UNFIT: broken('企业角色与托管组织不符。', 'Roles and host of the enterprise do not fit.'),
  ROLE_NOT_HELD: broken('所列企业不具备该角色。', 'The enterprise named does not hold that role.'),
  LICENCE_EXISTS: exists('该许可证已登记。', 'The licence is recorded already.'),
  LICENCE_PERIOD_WRONG: broken('许可证有效期有误。', "The licence's period is wrong."),
  SITE_EXISTS: exists('该场所已登记。', 'The site is recorded already.'),
  SITE_NOT_FOUND: broken('没有该场所。', 'There is no such site.'),
  SUPPLIER_NOT_FOUND: broken('没有该供应商。', 'There is no such supplier.'),
  KEY_EXISTS: exists('密钥已登记。', 'The key is registered already.'),
  KEY_NOT_FOUND: missing('没有该密钥。', 'There is no such key.'),
  KEY_ID_WRONG: bad('密钥编号与公钥不符。', 'The key id does not match the public key.'),
  KEY_ADMISSION_FORBIDDEN: forbidden('不能这样登记密钥。', 'The key may not be admitted like this.'),
  KEY_PERIOD_WRONG: broken('密钥有效期有误。', "The key's period is wrong."),
  BATCH_EXISTS: exists('该批次已登记。', 'The batch is registered already.'),
  BATCH_KIND_FORBIDDEN: forbidden(
    '企业不能登记该类批次。',
    'The enterprise may not register batches of this kind.',
  ),
  BATCH_DATE_WRONG: broken('批次日期有误。', "The batch's dates are wrong."),
  DOCUMENT_EXISTS: exists('该文件已登记。', 'The document is recorded already.'),
  ESCROW_MISSING: broken('缺少监管托管密钥。', 'The key wrap for the authority is missing.'),
  BODY_INVALID: bad('请求内容无法读取。', 'The body cannot be read.'),
  BODY_TOO_LARGE: meaning(413, 'never')('请求内容过大。', 'The body is too large.'),
  CONTENT_TYPE_UNSUPPORTED: meaning(415, 'never')(
    '只接受 application/json。',
    'Only application/json is accepted.',
  ),
  QUERY_INVALID: bad('查询参数有误。', 'A parameter of the query is wrong.'),
  ROUTE_NOT_FOUND: missing('没有该地址。', 'There is nothing at this address.'),
  ACT_UNKNOWN: missing('没有该操作。', 'There is no such act.'),
  UNAUTHENTICATED: meaning(401, 'never')('请先登录。', 'Log in first.'),
  SESSION_EXPIRED: meaning(401, 'never')(
    '会话已过期，请重新登录。',
    'The session has expired; log in again.',
  ),
  SESSION_REFUSED: meaning(401, 'new')('登录未通过。', 'The log-in was not accepted.'),
  RATE_LIMITED: meaning(429, 'same')('请求过于频繁，请稍候。', 'Too many requests; wait a moment.'),
  PARTY_FOREIGN: forbidden('您不是该指令的签署方。', 'You are no party of this command.'),
  OPERATION_NOT_FOUND: missing('没有该操作记录。', 'There is no such operation.'),
  BATCH_NOT_FOUND: missing('此处没有该批次。', 'No such batch is known here.'),
  RECORD_NOT_FOUND: missing('此处没有该记录。', 'No such record is known here.'),
  TRANSACTION_NOT_FOUND: missing('此处没有该交易。', 'No such transaction is known here.'),
  LOGIN_UNKNOWN: missing('没有该演示账号。', 'There is no such demo login.'),
  DRAFT_UNKNOWN: meaning(409, 'new')('登记草稿不存在或已过期。', 'The draft is unknown or has expired.'),
  LEDGER_CONFLICT: meaning(409, 'same')(
    '多次与其他写入冲突，请重试。',
    'Other writes were in the way repeatedly; try again.',
  ),
  LEDGER_REJECTED: broken('账本未接受该交易。', 'The ledger did not accept the transaction.'),
  NOT_READY: meaning(503, 'same')('系统正在启动。', 'The system is starting.'),
  INTERNAL: meaning(500, 'same')('系统内部错误。', 'Something went wrong inside.'),
};
