import type { STOCK_ERRORS } from '@yaosu/chaincode/model/stock/errors';
import { broken, outdated, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the stock subject. */
export const stockTexts: Readonly<Record<(typeof STOCK_ERRORS)[number], ErrorMeaning>> = {
  LOAD_PENDING: broken(
    '运输温度异常尚未由持有人质量部门处置。',
    'The excursion of this load has not been disposed of by quality of the marketing authorisation holder.',
  ),
  PARCEL_SERIALISED: broken('有码货物须按码操作。', 'Serialised goods are handled by their codes.'),
  PARCEL_STATUS_UNFIT: broken('库存状态不允许此操作。', 'The status of the stock does not allow this.'),
  PARCELS_INSUFFICIENT: broken('库存数量不足。', 'There is not enough stock.'),
  PICKS_STALE: outdated('所选库存已被使用，请重试。', 'The stock picked has been used meanwhile; try again.'),
  UNIT_MISMATCH: broken('计量单位不一致。', 'The units do not match.'),
};
