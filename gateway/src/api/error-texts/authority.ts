import type { AUTHORITY_ERRORS } from '@yaosu/chaincode/model/authority/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the authority subject. */
export const authorityTexts: Readonly<Record<(typeof AUTHORITY_ERRORS)[number], ErrorMeaning>> = {};
