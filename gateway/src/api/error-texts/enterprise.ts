import type { ENTERPRISE_ERRORS } from '@yaosu/chaincode/model/enterprise/errors';
import { bad, broken, exists, forbidden, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the enterprise subject. */
export const enterpriseTexts: Readonly<Record<(typeof ENTERPRISE_ERRORS)[number], ErrorMeaning>> = {
  ENTERPRISE_EXISTS: exists('企业已登记。', 'The enterprise is registered already.'),
  ENTERPRISE_NOT_FOUND: missing('没有该企业。', 'There is no such enterprise.'),
  ENTERPRISE_FOREIGN: forbidden('不能代表另一企业操作。', 'Nobody acts for another enterprise.'),
  ENTERPRISE_HOST_UNFIT: broken('企业角色与托管组织不符。', 'Roles and host of the enterprise do not fit.'),
  ROLE_NOT_HELD: broken('所列企业不具备该角色。', 'The enterprise named does not hold that role.'),
  LICENCE_EXISTS: exists('该许可证已登记。', 'The licence is recorded already.'),
  LICENCE_PERIOD_WRONG: broken('许可证有效期有误。', "The licence's period is wrong."),
  SITE_EXISTS: exists('该场所已登记。', 'The site is recorded already.'),
  SITE_NOT_FOUND: broken('没有该场所。', 'There is no such site.'),
  PREFIX_TAKEN: exists(
    '该厂商识别代码或其前段已登记。',
    'The company prefix, or one that it begins with, is recorded already.',
  ),
  PREFIX_FOREIGN: forbidden(
    '账本上该厂商识别代码不属于本企业，请由监管部门登记。',
    'On the ledger this company prefix is not that of your enterprise; an authority records it.',
  ),
  SUPPLIER_NOT_FOUND: broken('没有该供应商。', 'There is no such supplier.'),
  KEY_EXISTS: exists('密钥已登记。', 'The key is registered already.'),
  KEY_NOT_FOUND: missing('没有该密钥。', 'There is no such key.'),
  KEY_ID_WRONG: bad('密钥编号与公钥不符。', 'The key id does not match the public key.'),
  KEY_ADMISSION_FORBIDDEN: forbidden('不能这样登记密钥。', 'The key may not be admitted like this.'),
  KEY_PERIOD_WRONG: broken('密钥有效期有误。', "The key's period is wrong."),
  KEY_LIMIT_WRONG: broken(
    '限用密钥只能用于账本上的一条记录：设备密钥、一名人员、一项答复职务、最长14天，且登记后不得变更。',
    'A limited key is good for one record on the ledger: a device key of one person, with one function that answers it, for at most 14 days, and never changed.',
  ),
};
