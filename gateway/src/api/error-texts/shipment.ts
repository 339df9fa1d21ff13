import type { SHIPMENT_ERRORS } from '@yaosu/chaincode/model/shipment/errors';
import { broken, exists, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the shipment subject. */
export const shipmentTexts: Readonly<Record<(typeof SHIPMENT_ERRORS)[number], ErrorMeaning>> = {
  SHIPMENT_EXISTS: exists('该发运单已存在。', 'The shipment exists already.'),
  SHIPMENT_NOT_FOUND: missing('此处没有该发运单。', 'No such shipment is known here.'),
  SHIPMENT_CONSIGNEE_UNLICENSED: broken(
    '收货单位在该地址没有有效许可证。',
    'The consignee has no valid licence for the address.',
  ),
  SHIPMENT_CONTINGENCY_UNFIT: broken('应急方案不成立。', 'A contingency names what cannot take the goods.'),
  SHIPMENT_PROFILE_FOREIGN: broken(
    '温控方案不属于该货物。',
    'The temperature profile does not belong to these goods.',
  ),
  SHIPMENT_ORDER_FOREIGN: broken('订单与收发货单位不符。', 'The order is not one between these parties.'),
  SHIPMENT_RETURN_WRONG: broken(
    '退回与原发运单不符。',
    'The return does not fit the shipment that it brings back.',
  ),
  SHIPMENT_LINES_DIFFER: broken('装车数量与发运单不符。', 'What is loaded is not what the shipment says.'),
  SHIPMENT_OWNER_DIFFERS: broken('货物属于其他货主。', 'The goods belong to another owner.'),
  SHIPMENT_GRANT_MISSING: broken(
    '收货单位或货主尚未获批次身份授权。',
    'Consignee or owner has no grant on the identity of a batch.',
  ),
  SHIPMENT_PARCELS_TOO_MANY: broken('一单货物件数过多。', 'One shipment cannot carry so many parcels.'),
  SHIPMENT_HELD_ELSEWHERE: broken(
    '账上保管方不是交出方。',
    'According to the ledger somebody else has the goods.',
  ),
  SHIPMENT_COUNT_DIFFERS: broken('清点数量不符。', 'The count differs.'),
  SHIPMENT_SEALS_DIFFER: broken('封签不符。', 'The seals differ.'),
  SHIPMENT_SITE_UNEXPECTED: broken('地点不在计划之内。', 'The place is not the one that was planned.'),
  SHIPMENT_SITE_SAME: broken('货物本就发往该地址。', 'The load is on its way to that site already.'),
  SHIPMENT_REDIRECTS_TOO_MANY: broken(
    '该发运单改送次数过多。',
    'The shipment was sent to another site too often.',
  ),
  SHIPMENT_WITNESS_MISSING: broken(
    '特药交接须双人签字。',
    'Controlled goods need a second person on each side.',
  ),
  SHIPMENT_CODE_WRONG: broken(
    '交接码与所签内容不符。',
    'The code does not belong to the hand-over that was signed.',
  ),
};
