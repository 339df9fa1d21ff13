import type { Right } from '../../support/right.js';

export const authorityRights: readonly Right[] = [];
