import type { Right } from '../../support/right.js';

export const orderRights: readonly Right[] = [];
