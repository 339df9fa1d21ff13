import { defineActs } from '../kernel/define-acts.js';

/** Acts of the shipment subject. */
export const shipmentActs = defineActs('Shipment', {});
