import type { Right } from '../../support/right.js';

export const recallRights: readonly Right[] = [];
