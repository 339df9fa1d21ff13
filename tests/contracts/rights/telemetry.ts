import type { Right } from '../../support/right.js';

export const telemetryRights: readonly Right[] = [];
