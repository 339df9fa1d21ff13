import type { Right } from '../../support/right.js';

export const stockRights: readonly Right[] = [];
