import type { QUALITY_ERRORS } from '@yaosu/chaincode/model/quality/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the quality subject. */
export const qualityTexts: Readonly<Record<(typeof QUALITY_ERRORS)[number], ErrorMeaning>> = {};
