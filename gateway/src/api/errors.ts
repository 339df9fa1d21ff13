/** The one table of refusals: HTTP status, whether to try again, and a sentence for people in both languages. */
import type { AnyErrorCode } from './error-codes.js';
import type { ErrorMeaning } from './error-meaning.js';
import { attestationTexts } from './error-texts/attestation.js';
import { authorityTexts } from './error-texts/authority.js';
import { batchTexts } from './error-texts/batch.js';
import { codeTexts } from './error-texts/code.js';
import { disputeTexts } from './error-texts/dispute.js';
import { documentTexts } from './error-texts/document.js';
import { enterpriseTexts } from './error-texts/enterprise.js';
import { gatewayTexts } from './error-texts/gateway.js';
import { incidentTexts } from './error-texts/incident.js';
import { kernelTexts } from './error-texts/kernel.js';
import { networkTexts } from './error-texts/network.js';
import { orderTexts } from './error-texts/order.js';
import { qualityTexts } from './error-texts/quality.js';
import { recallTexts } from './error-texts/recall.js';
import { shipmentTexts } from './error-texts/shipment.js';
import { stockTexts } from './error-texts/stock.js';
import { taskTexts } from './error-texts/task.js';
import { telemetryTexts } from './error-texts/telemetry.js';
import { wasteTexts } from './error-texts/waste.js';

export type { ErrorMeaning, Retry } from './error-meaning.js';

/** Code → meaning, exhaustive. */
export const ERRORS: Readonly<Record<AnyErrorCode, ErrorMeaning>> = {
  ...kernelTexts,
  ...networkTexts,
  ...enterpriseTexts,
  ...batchTexts,
  ...qualityTexts,
  ...stockTexts,
  ...orderTexts,
  ...taskTexts,
  ...codeTexts,
  ...shipmentTexts,
  ...telemetryTexts,
  ...incidentTexts,
  ...documentTexts,
  ...wasteTexts,
  ...recallTexts,
  ...authorityTexts,
  ...disputeTexts,
  ...attestationTexts,
  ...gatewayTexts,
};
