import { defineActs } from '../kernel/define-acts.js';

/** Acts of the authority subject. */
export const authorityActs = defineActs('Authority', {});
