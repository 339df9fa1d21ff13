import { telemetryActs } from '../model/telemetry/acts.js';
import { newContract } from './new-contract.js';

/** The telemetry subject. */
export const TelemetryContract = newContract('Telemetry', telemetryActs, {});
