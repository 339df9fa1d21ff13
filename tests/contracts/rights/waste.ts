import type { Right } from '../../support/right.js';

export const wasteRights: readonly Right[] = [];
