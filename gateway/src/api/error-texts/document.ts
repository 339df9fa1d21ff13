import type { DOCUMENT_ERRORS } from '@yaosu/chaincode/model/document/errors';
import { broken, exists, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the document subject. */
export const documentTexts: Readonly<Record<(typeof DOCUMENT_ERRORS)[number], ErrorMeaning>> = {
  DOCUMENT_EXISTS: exists('该文件已登记。', 'The document is registered already.'),
  DOCUMENT_NOT_FOUND: missing('此处没有该文件。', 'No such document is known here.'),
  DOCUMENT_IS_IDENTITY: broken(
    '批次身份文件不可替换或作废。',
    'The identity document of a batch is neither replaced nor revoked.',
  ),
  DOCUMENT_GRANT_PERIOD_WRONG: broken('授权期限已过。', 'The grant would end before it begins.'),
  DOCUMENT_GRANT_NOT_FOUND: missing('没有该授权。', 'There is no such grant.'),
};
