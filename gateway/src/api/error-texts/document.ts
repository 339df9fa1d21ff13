import type { DOCUMENT_ERRORS } from '@yaosu/chaincode/model/document/errors';
import { exists, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the document subject. */
export const documentTexts: Readonly<Record<(typeof DOCUMENT_ERRORS)[number], ErrorMeaning>> = {
  DOCUMENT_EXISTS: exists('该文件已登记。', 'The document is recorded already.'),
};
