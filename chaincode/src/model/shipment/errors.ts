/** Refusals of the shipment subject. */
export const SHIPMENT_ERRORS = [] as const satisfies readonly string[];
