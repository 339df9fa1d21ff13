import type { TELEMETRY_ERRORS } from '@yaosu/chaincode/model/telemetry/errors';
import { bad, broken, exists, forbidden, outdated, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the telemetry subject. */
export const telemetryTexts: Readonly<Record<(typeof TELEMETRY_ERRORS)[number], ErrorMeaning>> = {
  PROFILE_EXISTS: exists('该版本的温控要求已登记。', 'This edition of the profile is recorded already.'),
  PROFILE_FOREIGN: forbidden(
    '上一版本不存在或属于他人。',
    'The edition before is missing or belongs to another.',
  ),
  PROFILE_LIMIT_EMPTY: bad('温度限值缺少上下限。', 'A limit names neither a lower nor an upper bound.'),
  PAGE_EXISTS: exists('该温度记录段已登记。', 'This segment of readings is recorded already.'),
  PAGES_OVERLAP: broken('温度记录段时间重叠。', 'Segments of readings tell of the same time.'),
  PAGE_VALUES_WRONG: bad('温度读数不合理或在未来。', 'Readings are no temperatures or lie in the future.'),
  LOGGER_UNKNOWN: broken('该记录仪不在此运单上。', 'The logger is not on this shipment.'),
  LOGGER_REPORTED: exists(
    '该记录仪在此运单上已报告丢失或故障。',
    'This logger was already reported lost or faulty on this shipment.',
  ),
  CONTINGENCY_UNFOUNDED: broken(
    '记录仪丢失或故障不是实测超温，不启动应急方案。',
    'A lost or faulty logger is no measured breach: no contingency is offered for it.',
  ),
  CONTINGENCY_NONE_LEFT: broken(
    '没有仍合格的应急方案。',
    'No contingency of the shipment qualifies any more.',
  ),
  CONTINGENCY_NOT_DUE: outdated('应急方案答复时限未到。', 'The time to answer the offer has not passed.'),
  EXCURSION_DISPOSED: broken('该温度异常事件已处置。', 'The excursion has been disposed of.'),
  EXCURSION_CONSUMPTION_WRONG: broken(
    '消耗时间少于实测超限时间。',
    'Fewer minutes are consumed than were measured.',
  ),
  EXCURSION_BUDGET_EXCEEDED: broken(
    '超出稳定性预算，不能放行。',
    'The stability budget is exceeded; no release.',
  ),
};
