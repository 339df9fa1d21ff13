import type { AUTHORITY_ERRORS } from '@yaosu/chaincode/model/authority/errors';
import { broken, exists, forbidden, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the authority subject. */
export const authorityTexts: Readonly<Record<(typeof AUTHORITY_ERRORS)[number], ErrorMeaning>> = {
  CASE_EXISTS: exists('该案件编号已被使用。', 'The case exists already.'),
  CASE_NOT_FOUND: missing('没有该案件。', 'There is no such case.'),
  CASE_OUT_OF_AREA: forbidden(
    '该批次与本辖区无关。',
    'Nothing of the root lies in the area of the authority.',
  ),
  CASE_CLOSED: broken('案件已结案。', 'The case is closed.'),
};
