import type { CommissionRecord } from '../../model/code/schemas.js';
import { leafOfCode, rootOfProof } from '../../signing/merkle.js';

/** A code and the way from its leaf to the root. */
export interface ProofOfCode {
  readonly index: number;
  readonly proof: readonly string[];
}

/** Whether a code is on the list of a commission. */
export const isOnList = (
  { root, used }: Pick<CommissionRecord, 'root' | 'used'>,
  code: string,
  { index, proof }: ProofOfCode,
): boolean => rootOfProof({ leaf: leafOfCode(index, code), index, size: used, proof }) === root;
