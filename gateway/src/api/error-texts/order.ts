import type { ORDER_ERRORS } from '@yaosu/chaincode/model/order/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the order subject. */
export const orderTexts: Readonly<Record<(typeof ORDER_ERRORS)[number], ErrorMeaning>> = {};
