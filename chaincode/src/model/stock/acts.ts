import { defineActs } from '../kernel/define-acts.js';

/** Acts of the stock subject. */
export const stockActs = defineActs('Stock', {});
