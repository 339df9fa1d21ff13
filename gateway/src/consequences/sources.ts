import type { DemandSource } from './demand.js';
import { recallDemands } from './recall-demands.js';
import { telemetryDemands } from './telemetry-demands.js';
import { wasteDemands } from './waste-demands.js';

/** Everything that a gateway signs by itself. */
export const DEMAND_SOURCES: readonly DemandSource[] = [recallDemands, telemetryDemands, wasteDemands];
