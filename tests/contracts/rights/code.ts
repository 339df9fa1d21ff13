import type { Right } from '../../support/right.js';

export const codeRights: readonly Right[] = [];
