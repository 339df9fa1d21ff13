import type { Right } from '../../support/right.js';

export const attestationRights: readonly Right[] = [];
