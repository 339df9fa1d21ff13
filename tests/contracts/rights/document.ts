import type { Right } from '../../support/right.js';

export const documentRights: readonly Right[] = [];
