import type { BatchRecord } from '../../model/batch/schemas.js';

/** Enterprises whose quality samples, tests, reviews and investigates a batch. */
export const answeringFor = ({
  issuer,
  owner,
  mah,
}: Pick<BatchRecord, 'issuer' | 'owner' | 'mah'>): readonly (string | null)[] => [issuer, owner, mah];
