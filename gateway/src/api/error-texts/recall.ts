import type { RECALL_ERRORS } from '@yaosu/chaincode/model/recall/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the recall subject. */
export const recallTexts: Readonly<Record<(typeof RECALL_ERRORS)[number], ErrorMeaning>> = {};
