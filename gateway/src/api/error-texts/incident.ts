import type { INCIDENT_ERRORS } from '@yaosu/chaincode/model/incident/errors';
import { exists, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the incident subject. */
export const incidentTexts: Readonly<Record<(typeof INCIDENT_ERRORS)[number], ErrorMeaning>> = {
  INCIDENT_EXISTS: exists('该事故报告已存在。', 'The incident was reported already.'),
  INCIDENT_NOT_FOUND: missing('没有该事故报告。', 'There is no such incident.'),
};
