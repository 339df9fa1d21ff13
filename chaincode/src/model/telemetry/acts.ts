import { defineActs } from '../kernel/define-acts.js';

/** Acts of the telemetry subject. */
export const telemetryActs = defineActs('Telemetry', {});
