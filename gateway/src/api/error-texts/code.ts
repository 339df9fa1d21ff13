import type { CODE_ERRORS } from '@yaosu/chaincode/model/code/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the code subject. */
export const codeTexts: Readonly<Record<(typeof CODE_ERRORS)[number], ErrorMeaning>> = {};
