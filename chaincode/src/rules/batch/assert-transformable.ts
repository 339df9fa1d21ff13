import type { EdgeRecord } from '../../model/batch/goods-schemas.js';
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';

type EdgeKind = EdgeRecord['kind'];

/** Kinds whose output is no fresher than what went in. */
const AGEING: readonly EdgeKind[] = ['blend', 'split', 'rework', 'reprocess', 'relabel'];
/** Kinds that need an approval (GMP 2010, articles 132 to 134). */
const APPROVED: readonly EdgeKind[] = ['rework', 'reprocess'];

/** @throws REWORK_NOT_APPROVED */
export const assertApproved = (kinds: readonly EdgeKind[], approval: string | null): void => {
  const needing = kinds.find((kind) => APPROVED.includes(kind));
  if (needing !== undefined && approval === null)
    throw new YaosuError('REWORK_NOT_APPROVED', { kind: needing });
};

/** What is blended, split, reworked or relabelled lasts no longer than its oldest input. @throws BATCH_DATE_WRONG */
export const assertNoFresher = (output: BatchRecord, input: BatchRecord, kind: EdgeKind): void => {
  if (AGEING.includes(kind) && output.usableUntil > input.usableUntil) {
    throw new YaosuError('BATCH_DATE_WRONG', { usableUntil: output.usableUntil, input: input.usableUntil });
  }
};
