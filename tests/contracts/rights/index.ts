/** Every table of rights, in the order of the acts table. */
import type { Right } from '../../support/right.js';
import { attestationRights } from './attestation.js';
import { authorityRights } from './authority.js';
import { batchRights } from './batch.js';
import { codeRights } from './code.js';
import { disputeRights } from './dispute.js';
import { documentRights } from './document.js';
import { enterpriseRights } from './enterprise.js';
import { incidentRights } from './incident.js';
import { networkRights } from './network.js';
import { orderRights } from './order.js';
import { qualityRights } from './quality.js';
import { recallRights } from './recall.js';
import { shipmentRights } from './shipment.js';
import { stockRights } from './stock.js';
import { taskRights } from './task.js';
import { telemetryRights } from './telemetry.js';
import { wasteRights } from './waste.js';

export const RIGHTS: readonly Right[] = [
  ...enterpriseRights,
  ...batchRights,
  ...qualityRights,
  ...stockRights,
  ...orderRights,
  ...taskRights,
  ...codeRights,
  ...shipmentRights,
  ...telemetryRights,
  ...incidentRights,
  ...documentRights,
  ...wasteRights,
  ...recallRights,
  ...authorityRights,
  ...disputeRights,
  ...attestationRights,
  ...networkRights,
];
