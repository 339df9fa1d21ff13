import { defineActs } from '../kernel/define-acts.js';

/** Acts of the code subject. */
export const codeActs = defineActs('Code', {});
