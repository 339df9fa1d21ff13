/** State codes of DOIP operations (响应状态码), by name. */
export const STATES = {
  success: [1, '成功'],
  requestInvalid: [101, '请求无效'],
  clientUnknown: [102, '客户端认证失败'],
  clientNotAllowed: [103, '客户端认证成功，但未被授权'],
  objectMissing: [104, '标识对象不存在'],
  objectExists: [105, '标识对象已存在'],
  inputWrong: [106, '请求入参错误：{0}'],
  extensionDeclined: [200, '服务拒绝执行扩展操作'],
  notAuthenticated: [401, '认证失败'],
  readForbidden: [403, '没有权限查看数据'],
  operationMissing: [404, '操作类型不存在'],
  operationUnsupported: [405, '不支持的操作类型'],
  writeForbidden: [406, '没有权限编辑数据'],
  otherError: [500, '发生了其他的错误'],
  templateUnpublished: [600, '元数据未发布'],
  itemWrong: [601, '元数据输入项错误'],
  templateOperationUnsupported: [602, '不支持的操作类型'],
  itemForeign: [603, '实体{0}不属于该元数据'],
  templateMissing: [604, '元数据不存在'],
  templateForbidden: [605, '暂无当前元数据的管理权限'],
  deleteForbidden: [700, '没有权限删除标识'],
  foreignObject: [701, '非本企业标识'],
  objectLocked: [702, '标识不允许操作'],
  fileFailed: [800, '获取文件失败'],
  grantUnfit: [800, '实体{0}授权类型与范围不匹配'],
  grantToNoApplication: [901, '{0}实体授权的标识用户{1}不是应用身份'],
  grantedAlready: [902, '标识已经为同类授权'],
} as const;

/** Name of a state. */
export type StateName = keyof typeof STATES;
