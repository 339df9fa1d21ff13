import type { SHIPMENT_ERRORS } from '@yaosu/chaincode/model/shipment/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the shipment subject. */
export const shipmentTexts: Readonly<Record<(typeof SHIPMENT_ERRORS)[number], ErrorMeaning>> = {};
