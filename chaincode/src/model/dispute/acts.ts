import { defineActs } from '../kernel/define-acts.js';

/** Acts of the dispute subject. */
export const disputeActs = defineActs('Dispute', {});
