/** Refusals in the two dialects of the enterprise node: SNMS (`status`, `message`) and DOIP (`code`, `message`). */
import { STATES, type StateName } from './state-codes.js';

/** SNMS statuses: not signed in, business failure, no right, fault of ours. */
type SnmsStatus = -1 | -2 | -3 | -4;

interface Meaning {
  readonly state: StateName;
  readonly status: SnmsStatus;
  /** SNMS's sentence; `{0}` stands for the detail. */
  readonly text: string;
}

const REFUSALS = {
  noSession: { state: 'clientUnknown', status: -1, text: '没有登录，需要验证' },
  sessionOver: { state: 'notAuthenticated', status: -1, text: '没有登录，需要验证' },
  notAllowed: { state: 'clientNotAllowed', status: -3, text: '没有权限' },
  foreign: { state: 'foreignObject', status: -3, text: '非本企业标识' },
  exists: { state: 'objectExists', status: -2, text: '标识已存在' },
  missing: { state: 'objectMissing', status: -2, text: '没有找到标识' },
  hidden: { state: 'readForbidden', status: -3, text: '没有权限查看数据' },
  input: { state: 'inputWrong', status: -2, text: '{0}' },
  request: { state: 'requestInvalid', status: -2, text: '请求无效' },
  indexForeign: { state: 'itemForeign', status: -2, text: '非法操作，索引{0}在模板中不存在' },
  itemWrong: { state: 'itemWrong', status: -2, text: '{0}' },
  templateMissing: { state: 'templateMissing', status: -2, text: '数据模板不存在' },
  templateForeign: { state: 'templateForbidden', status: -3, text: '非本企业前缀' },
  templateExists: { state: 'inputWrong', status: -2, text: '数据模板已存在' },
  templateInUse: { state: 'templateOperationUnsupported', status: -2, text: '数据模板已被标识使用' },
  operationMissing: { state: 'operationMissing', status: -2, text: '操作类型不存在' },
  operationUnsupported: { state: 'operationUnsupported', status: -2, text: '不支持的操作类型' },
  extensionDeclined: { state: 'extensionDeclined', status: -2, text: '服务拒绝执行扩展操作' },
  fault: { state: 'otherError', status: -4, text: '系统内部错误' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Why something is refused. */
export type RefusalKind = keyof typeof REFUSALS;

/** Something that the protocol refuses in the body of its answer. */
export class HandleRefusal extends Error {
  override readonly name = 'HandleRefusal';

  constructor(
    readonly kind: RefusalKind,
    readonly detail = '',
  ) {
    super(REFUSALS[kind].text.replace('{0}', detail));
  }
}

/** @throws HandleRefusal */
export const refuse = (kind: RefusalKind, detail = ''): never => {
  throw new HandleRefusal(kind, detail);
};

/** A refusal as SNMS says it. */
export const snmsRefusal = ({ kind, message }: HandleRefusal): object => ({
  message,
  status: REFUSALS[kind].status,
  data: null,
});

/** A refusal as DOIP says it; what is wrong with an item stands beside the code's own sentence. */
export const doipRefusal = ({ kind, detail }: HandleRefusal): object => {
  const [code, text] = STATES[REFUSALS[kind].state];
  const errors = kind === 'itemWrong' ? { data: { errors: [{ errorMsg: detail }] } } : {};
  return { code, message: text.replace('{0}', detail), ...errors };
};
