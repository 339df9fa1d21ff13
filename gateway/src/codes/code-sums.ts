/** Conservation of codes: what was reserved is somewhere, to the last one. */
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import type { CommissionRecord } from '@yaosu/chaincode/model/code/schemas';
import type { CodeSums } from '../api/codes.js';

type Counts = Pick<CommissionRecord, 'issued' | 'used' | 'rejected' | 'destroyed'>;

/** Sums of a run of blocks. @param commission what used it, undefined while it is free */
export const sumsOf = (blocks: number, commission: Counts | undefined, printed: number): CodeSums => {
  const reserved = blocks * BLOCK_SIZE;
  const { used, rejected, destroyed } = commission ?? { used: 0, rejected: 0, destroyed: 0 };
  const free = commission === undefined ? reserved : 0;
  const unused = reserved - free - used - rejected - destroyed;
  return { reserved, free, used, rejected, destroyed, unused, printed, unprinted: reserved - printed };
};

const NAMES = [
  'reserved',
  'free',
  'used',
  'rejected',
  'destroyed',
  'unused',
  'printed',
  'unprinted',
] as const;

/** Sums of several runs. */
export const totalOf = (runs: readonly CodeSums[]): CodeSums =>
  Object.fromEntries(NAMES.map((name) => [name, runs.reduce((sum, run) => sum + run[name], 0)])) as CodeSums;
