import type { GatewayErrorCode } from '../error-codes.js';
import {
  bad,
  broken,
  exists,
  forbidden,
  meaning,
  missing,
  outdated,
  type ErrorMeaning,
} from '../error-meaning.js';

/** Refusals of the gateway itself. */
export const gatewayTexts: Readonly<Record<GatewayErrorCode, ErrorMeaning>> = {
  BODY_INVALID: bad('请求内容无法读取。', 'The body cannot be read.'),
  BODY_TOO_LARGE: meaning(413, 'never')('请求内容过大。', 'The body is too large.'),
  CONTENT_TYPE_UNSUPPORTED: meaning(415, 'never')(
    '此处不接受该内容类型。',
    'This content type is not accepted here.',
  ),
  LOGGER_FORMAT_UNKNOWN: broken(
    '无法识别该温度记录仪的导出文件，详情为第一处不符合的行。',
    "The logger's export is of no known format; the details name the first line that did not fit.",
  ),
  QUERY_INVALID: bad('查询参数有误。', 'A parameter of the query is wrong.'),
  ROUTE_NOT_FOUND: missing('没有该地址。', 'There is nothing at this address.'),
  TLS_REQUIRED: forbidden('局域网内请通过 https 访问。', 'In the local network, come by https.'),
  HOST_UNKNOWN: meaning(421, 'never')(
    '本服务器没有该名称或地址。',
    'This server has no such name or address.',
  ),
  ORIGIN_FOREIGN: forbidden('不接受其他网站发起的请求。', 'Requests of other sites are refused.'),
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
  RESPONDER_UNKNOWN: missing(
    '该 GTIN 的追溯码不由本网关下的企业申领。',
    'No enterprise of this gateway has issued codes of this GTIN.',
  ),
  RECORD_NOT_FOUND: missing('此处没有该记录。', 'No such record is known here.'),
  TRANSACTION_NOT_FOUND: missing('此处没有该交易。', 'No such transaction is known here.'),
  LOGIN_UNKNOWN: missing('没有该演示账号。', 'There is no such demo login.'),
  LOGIN_ELSEWHERE: forbidden(
    '该企业由其他组织托管，请在其网关登录。',
    'Another organisation hosts this enterprise; its people log in at the gateway of that one.',
  ),
  DEMO_CLOSED: forbidden(
    '演示账号仅在服务器只接受本机访问，或以 --lan 启动时开放。',
    'Demo logins are open only while the server is reached from its own machine, or was started with --lan.',
  ),
  DRAFT_UNKNOWN: meaning(409, 'new')('登记草稿不存在或已过期。', 'The draft is unknown or has expired.'),
  PURPOSE_REQUIRED: forbidden(
    '监管部门查阅须注明目的，或先立案。',
    'An authority reads with a purpose, or by an open case.',
  ),
  MANDATE_MISSING: forbidden(
    '贵企业尚未授权本网关的服务密钥，请由管理员先行授权。',
    "The enterprise has not admitted this gateway's service key; an administrator has to admit it first.",
  ),
  MANDATE_WRONG: bad(
    '该指令不是对本网关服务密钥的授权。',
    "The command does not admit this gateway's service key.",
  ),
  EPCIS_DOCUMENT_INVALID: bad(
    '该 EPCIS 文件不符合标准，详情列出有误之处。',
    'The EPCIS document does not keep to the standard; the details name the places.',
  ),
  EPCIS_TOO_MANY_EVENTS: meaning(413, 'never')(
    '一份文件中的事件过多。',
    'The document holds too many events.',
  ),
  EPCIS_ORIGINAL_MISSING: broken(
    '存证的原始文件不在此处，或已被更改。',
    'The attested document is not here, or was altered.',
  ),
  NOT_ACCEPTABLE: meaning(406, 'never')(
    '无法按所要求的版本或格式应答。',
    'There is no answer in the version or media type that was asked for.',
  ),
  QUERY_TOO_LARGE: meaning(413, 'never')(
    '符合条件的事件多于所设上限。',
    'More events match than the query allows.',
  ),
  QUERY_NAME_TAKEN: exists(
    '已有同名的查询或订阅。',
    'There is a query or subscription of this name already.',
  ),
  QUERY_NAME_UNKNOWN: missing('没有该名称的查询。', 'There is no query of this name.'),
  QUERY_LIMIT_REACHED: forbidden(
    '本企业的命名查询或订阅已达上限。',
    'Your enterprise has as many named queries or subscriptions as it may have.',
  ),
  SUBSCRIPTION_INVALID: bad(
    '订阅的时间表、目标地址或起始时间有误，详情列出有误之处。',
    'The schedule, destination or start of the subscription is wrong; the details name it.',
  ),
  SUBSCRIPTION_UNKNOWN: missing('没有该订阅。', 'There is no such subscription.'),
  ALERT_TRIAGED: outdated(
    '该预警已有他人填写处置结论，请查看后再提交。',
    'Somebody else has judged this alert meanwhile; look at what was found first.',
  ),
  BILL_NOT_REFUSED: exists(
    '该单据未被追溯平台退回，无需重新上报。',
    'The trace platform has not refused this bill; there is nothing to send again.',
  ),
  TRACE_PLATFORM_NONE: exists('本网关尚未连接追溯平台。', 'No trace platform is connected to this gateway.'),
  TRACE_PLATFORM_AWAY: meaning(503, 'same')(
    '追溯平台没有应答，请稍后再试。',
    'The trace platform does not answer; try again later.',
  ),
  IDENTIFIER_NOT_REFUSED: exists(
    '该标识未被二级节点退回，无需重新上报。',
    'The secondary node has not refused this identifier; there is nothing to send again.',
  ),
  SECONDARY_NODE_NONE: exists('本网关尚未连接二级节点。', 'No secondary node is connected to this gateway.'),
  CHECKPOINT_FORKED: meaning(409, 'never')(
    '该检查点与已共同签名的账本历史相矛盾，存在分叉；已留存证据。',
    'The checkpoint contradicts the history that was cosigned: the ledger was forked. The evidence is kept.',
  ),
  CHECKPOINT_AHEAD: meaning(409, 'same')(
    '该检查点所含区块尚未全部到达本网关，请稍候。',
    'The checkpoint reaches further than the blocks of this gateway; try again in a moment.',
  ),
  CHECKPOINT_OLD: meaning(409, 'new')(
    '本组织已签署更新的检查点。',
    'A later checkpoint has been signed here already.',
  ),
  PROOF_PENDING: meaning(503, 'same')(
    '尚无涵盖该记录的共同签名检查点，请稍候。',
    'No cosigned checkpoint reaches this record yet; try again in a moment.',
  ),
  STATEMENT_AWAY: meaning(503, 'same')(
    '该内容存于撰写方的网关，目前无法取得，请稍后再试。',
    'What was written lies at the gateway of who wrote it, which cannot be reached now; try again later.',
  ),
  GATEWAY_REFUSED: meaning(401, 'never')(
    '其他组织网关的请求未获认可，详情说明原因。',
    "The request of another organisation's gateway is not accepted; the details say why.",
  ),
  GATEWAY_BEHIND: meaning(503, 'same')(
    '本网关尚未收到对方所见的区块，请稍候。',
    'This gateway has not received the block that the asker has seen; try again in a moment.',
  ),
  LEDGER_CONFLICT: meaning(409, 'same')(
    '多次与其他写入冲突，请重试。',
    'Other writes were in the way repeatedly; try again.',
  ),
  LEDGER_REJECTED: broken('账本未接受该交易。', 'The ledger did not accept the transaction.'),
  LEDGER_AWAY: meaning(503, 'same')(
    '账本节点暂时无法连接，请稍后重试。',
    'No peer that could answer can be reached for now; try again in a moment.',
  ),
  NOT_READY: meaning(503, 'same')('系统正在启动。', 'The system is starting.'),
  LEDGER_FORKED: meaning(503, 'never')(
    '节点给出的区块与本网关已有区块相矛盾，账本出现分叉；数据已停止更新，请联系管理员。',
    'A peer contradicts the blocks that are here: the ledger was forked. Nothing is updated until an operator has looked.',
  ),
  DATABASE_AWAY: meaning(503, 'same')(
    '数据库暂时无法连接，请稍后重试；同一命令不会执行两次。',
    'The database cannot be reached for now; try again in a moment, the same command is not carried out twice.',
  ),
  INTERNAL: meaning(500, 'same')('系统内部错误。', 'Something went wrong inside.'),
};
