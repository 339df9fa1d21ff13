import { defineActs } from '../kernel/define-acts.js';

/** Acts of the waste subject. */
export const wasteActs = defineActs('Waste', {});
