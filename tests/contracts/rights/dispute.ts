import type { Right } from '../../support/right.js';

export const disputeRights: readonly Right[] = [];
