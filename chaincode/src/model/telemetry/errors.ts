/** Refusals of the telemetry subject. */
export const TELEMETRY_ERRORS = [] as const satisfies readonly string[];
