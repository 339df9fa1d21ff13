import type { Right } from '../../support/right.js';

export const qualityRights: readonly Right[] = [];
