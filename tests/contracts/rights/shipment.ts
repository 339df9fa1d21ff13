import type { Right } from '../../support/right.js';

export const shipmentRights: readonly Right[] = [];
