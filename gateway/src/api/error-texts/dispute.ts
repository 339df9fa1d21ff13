import type { DISPUTE_ERRORS } from '@yaosu/chaincode/model/dispute/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the dispute subject. */
export const disputeTexts: Readonly<Record<(typeof DISPUTE_ERRORS)[number], ErrorMeaning>> = {};
