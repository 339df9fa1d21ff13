/** Every act of the network, by contract: the table from which routes, contracts and clients are made. */
import { attestationActs } from './attestation/acts.js';
import { authorityActs } from './authority/acts.js';
import { batchActs } from './batch/acts.js';
import { codeActs } from './code/acts.js';
import { disputeActs } from './dispute/acts.js';
import { documentActs } from './document/acts.js';
import { enterpriseActs } from './enterprise/acts.js';
import { incidentActs } from './incident/acts.js';
import { networkActs } from './network/acts.js';
import { orderActs } from './order/acts.js';
import { qualityActs } from './quality/acts.js';
import { recallActs } from './recall/acts.js';
import { shipmentActs } from './shipment/acts.js';
import { stockActs } from './stock/acts.js';
import { taskActs } from './task/acts.js';
import { telemetryActs } from './telemetry/acts.js';
import { wasteActs } from './waste/acts.js';
import type { Act } from './kernel/define-acts.js';

/** Contract → act → definition. */
export const ACTS = {
  Network: networkActs,
  Enterprise: enterpriseActs,
  Batch: batchActs,
  Quality: qualityActs,
  Stock: stockActs,
  Order: orderActs,
  Task: taskActs,
  Code: codeActs,
  Shipment: shipmentActs,
  Telemetry: telemetryActs,
  Incident: incidentActs,
  Document: documentActs,
  Waste: wasteActs,
  Recall: recallActs,
  Authority: authorityActs,
  Dispute: disputeActs,
  Attestation: attestationActs,
} as const;

/** Looks an act up by the names in a command. */
export const findAct = (contract: string, name: string): Act | undefined => {
  const acts: Readonly<Record<string, Readonly<Record<string, Act>>>> = ACTS;
  if (!Object.hasOwn(acts, contract)) return undefined;
  const ofContract = acts[contract];
  return ofContract !== undefined && Object.hasOwn(ofContract, name) ? ofContract[name] : undefined;
};

/** All acts in the order of the table. */
export const ALL_ACTS: readonly Act[] = Object.values(ACTS).flatMap((acts) => Object.values<Act>(acts));
