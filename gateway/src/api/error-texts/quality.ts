import type { QUALITY_ERRORS } from '@yaosu/chaincode/model/quality/errors';
import { broken, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the quality subject. */
export const qualityTexts: Readonly<Record<(typeof QUALITY_ERRORS)[number], ErrorMeaning>> = {
  RESULT_MISSING: broken('该批次尚无检验结果。', 'The batch has no test result yet.'),
  OOS_OPEN: broken(
    '检验结果超标，调查尚未结束。',
    'A result is out of specification and its investigation is not closed.',
  ),
  DEVIATION_OPEN: broken('偏差尚未关闭。', 'A deviation has not been closed.'),
  CONCLUSION_ADVERSE: broken(
    '调查结论不支持放行。',
    'An investigation was closed with a conclusion that forbids the release.',
  ),
  REVIEW_MISSING: broken(
    '批记录尚未审核，或审核后又有新的检验结果。',
    'The batch record has not been reviewed since the last result.',
  ),
  PERSON_INVOLVED: broken(
    '检验、审核、放行及调查须由不同人员签署。',
    'Testing, review, release and investigation need different persons.',
  ),
};
