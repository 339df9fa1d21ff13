/** That a connected system does not answer, as pages show it. */
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import type { TroubleView } from '../api/trouble.js';
import type { Trouble } from './firm-queue.js';

/** Null while it answers. */
export const troubleViewOf = (trouble: Trouble | undefined): TroubleView | null =>
  trouble === undefined
    ? null
    : { failures: trouble.failures, problem: trouble.problem, nextAt: instantOf(trouble.nextAtMs) };
