import { defineActs } from '../kernel/define-acts.js';

/** Acts of the recall subject. */
export const recallActs = defineActs('Recall', {});
