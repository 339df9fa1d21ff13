import type { ORDER_ERRORS } from '@yaosu/chaincode/model/order/errors';
import { broken, exists, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the order subject. */
export const orderTexts: Readonly<Record<(typeof ORDER_ERRORS)[number], ErrorMeaning>> = {
  ORDER_EXISTS: exists('该订单已下达。', 'The order has been placed already.'),
  ORDER_NOT_FOUND: missing('没有该订单。', 'There is no such order.'),
  ORDER_DATE_WRONG: broken('订单日期有误。', "The order's date is wrong."),
  ORDER_LINES_EXCEED: broken('品种或数量超出订单。', 'Materials or quantities go beyond what was ordered.'),
  SUPPLIER_NOT_QUALIFIED: broken(
    '供应商当前不合格，订单已拦截；可选合格的替代供应商。',
    'The supplier is not qualified now, so the order is blocked; qualified alternates are named.',
  ),
};
