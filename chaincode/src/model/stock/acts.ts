import { defineActs } from '../kernel/define-acts.js';
import { consumptionActs } from './consumption-acts.js';
import { receiptActs } from './receipt-acts.js';
import { shelfActs } from './shelf-acts.js';

/** What warehouses do with the stock that they hold. */
export const stockActs = defineActs('Stock', { ...receiptActs, ...shelfActs, ...consumptionActs });
