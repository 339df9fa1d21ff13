import { defineActs } from '../kernel/define-acts.js';

/** Acts of the quality subject. */
export const qualityActs = defineActs('Quality', {});
