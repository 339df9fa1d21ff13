/** Refusals of all subjects, in the order of the acts table. */
import { ATTESTATION_ERRORS } from './attestation/errors.js';
import { AUTHORITY_ERRORS } from './authority/errors.js';
import { BATCH_ERRORS } from './batch/errors.js';
import { CODE_ERRORS } from './code/errors.js';
import { DISPUTE_ERRORS } from './dispute/errors.js';
import { DOCUMENT_ERRORS } from './document/errors.js';
import { ENTERPRISE_ERRORS } from './enterprise/errors.js';
import { INCIDENT_ERRORS } from './incident/errors.js';
import { NETWORK_ERRORS } from './network/errors.js';
import { ORDER_ERRORS } from './order/errors.js';
import { QUALITY_ERRORS } from './quality/errors.js';
import { RECALL_ERRORS } from './recall/errors.js';
import { SHIPMENT_ERRORS } from './shipment/errors.js';
import { STOCK_ERRORS } from './stock/errors.js';
import { TASK_ERRORS } from './task/errors.js';
import { TELEMETRY_ERRORS } from './telemetry/errors.js';
import { WASTE_ERRORS } from './waste/errors.js';

/** Codes of the subjects. */
export const SUBJECT_ERRORS = [
  ...NETWORK_ERRORS,
  ...ENTERPRISE_ERRORS,
  ...BATCH_ERRORS,
  ...QUALITY_ERRORS,
  ...STOCK_ERRORS,
  ...ORDER_ERRORS,
  ...TASK_ERRORS,
  ...CODE_ERRORS,
  ...SHIPMENT_ERRORS,
  ...TELEMETRY_ERRORS,
  ...INCIDENT_ERRORS,
  ...DOCUMENT_ERRORS,
  ...WASTE_ERRORS,
  ...RECALL_ERRORS,
  ...AUTHORITY_ERRORS,
  ...DISPUTE_ERRORS,
  ...ATTESTATION_ERRORS,
] as const;

/** A code of a subject. */
export type SubjectErrorCode = (typeof SUBJECT_ERRORS)[number];
