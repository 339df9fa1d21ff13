import { defineActs } from '../kernel/define-acts.js';

/** Acts of the order subject. */
export const orderActs = defineActs('Order', {});
