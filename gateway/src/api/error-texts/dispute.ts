import type { DISPUTE_ERRORS } from '@yaosu/chaincode/model/dispute/errors';
import { broken, missing, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the dispute subject. */
export const disputeTexts: Readonly<Record<(typeof DISPUTE_ERRORS)[number], ErrorMeaning>> = {
  DISPUTE_NOT_FOUND: missing('没有该争议。', 'There is no such dispute.'),
  DISPUTE_RESOLVED: broken('争议已解决。', 'The dispute is resolved already.'),
  DISPUTE_OWNER_MISSING: broken('须由争议各方共同签署。', 'All owners of the dispute have to sign.'),
};
