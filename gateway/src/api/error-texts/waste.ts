import type { WASTE_ERRORS } from '@yaosu/chaincode/model/waste/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the waste subject. */
export const wasteTexts: Readonly<Record<(typeof WASTE_ERRORS)[number], ErrorMeaning>> = {};
