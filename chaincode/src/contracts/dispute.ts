import { disputeActs } from '../model/dispute/acts.js';
import { newContract } from './new-contract.js';

/** The dispute subject. */
export const DisputeContract = newContract('Dispute', disputeActs, {});
