import type { TELEMETRY_ERRORS } from '@yaosu/chaincode/model/telemetry/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the telemetry subject. */
export const telemetryTexts: Readonly<Record<(typeof TELEMETRY_ERRORS)[number], ErrorMeaning>> = {};
