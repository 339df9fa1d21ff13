import type { WASTE_ERRORS } from '@yaosu/chaincode/model/waste/errors';
import { broken, exists, forbidden, missing, outdated, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the waste subject. */
export const wasteTexts: Readonly<Record<(typeof WASTE_ERRORS)[number], ErrorMeaning>> = {
  WASTE_STREAM_EXISTS: exists('该废物流已登记。', 'The waste stream is registered already.'),
  WASTE_PLAN_BELOW_USED: broken('计划量低于已使用量。', 'The plan would be lower than what is used of it.'),
  WASTE_PLAN_MISSING: broken('没有相应的年度转移计划。', 'There is no plan for this code and year.'),
  WASTE_PLAN_EXCEEDED: broken('超出年度计划剩余量。', 'The amount exceeds what is left of the plan.'),
  WASTE_CODE_NOT_LICENSED: broken(
    '接受单位的许可证未载明该废物代码。',
    'No licence of the disposer in force names this waste code.',
  ),
  WASTE_CODE_MIXED: broken('一份联单只能载一种代码。', 'A manifest carries one code from one site.'),
  WASTE_DRUM_EXISTS: exists('该容器编码已使用。', 'The code of the drum is in use already.'),
  WASTE_DRUM_UNFIT: broken('容器未封闭或已在联单上。', 'The drum is not sealed or is on a manifest already.'),
  WASTE_DRUMS_DIFFER: broken('所列容器与联单不一致。', 'The drums are not those of the manifest.'),
  WASTE_SOURCE_FOREIGN: broken(
    '来源批次与产废单位无关。',
    'A source batch has nothing to do with the generator.',
  ),
  WASTE_WEIGHT_WRONG: broken('毛重、皮重、净重不符。', 'Gross, tare and net weight do not add up.'),
  WASTE_WEIGHT_DIFFERS: broken('重量差异超出允许范围。', 'The weights differ beyond the tolerance.'),
  WASTE_GROUP_EXISTS: exists('该归集组已存在。', 'The group exists already.'),
  WASTE_GROUP_STREAM_FOREIGN: forbidden(
    '该废物流未委托给此运营单位或不在此场所。',
    'The stream is not given to this operator or lies elsewhere.',
  ),
  WASTE_FILL_NOT_COUNTABLE: outdated(
    '装填记录已计入或不属于该组。',
    'A fill is counted already or not of the group.',
  ),
  WASTE_THRESHOLD_NOT_REACHED: broken('累计量未达到阈值。', 'The threshold has not been reached.'),
  WASTE_MANIFEST_EXISTS: exists('该联单已存在。', 'The manifest exists already.'),
  WASTE_CARRIER_UNLICENSED: broken(
    '承运单位无相应危险货物类别的运输资质。',
    'No licence of the carrier in force names this class of dangerous goods.',
  ),
  WASTE_PROVINCE_PERMIT_MISSING: broken(
    '缺少有效的跨省转移批准。',
    'The approval for a transfer between provinces is missing.',
  ),
  WASTE_DIFFERENCE_UNKNOWN: missing('没有待答复的差异。', 'There is no such difference to answer.'),
  WASTE_DIFFERENCE_OPEN: broken('仍有差异未答复。', 'A difference has not been answered yet.'),
};
