/** The sets, in the order in which they are run. */
import type { ConformanceSet } from '../set.js';
import { COLD_CHAIN } from './cold-chain.js';
import { JCS } from './jcs.js';

export const SETS: readonly ConformanceSet[] = [JCS, COLD_CHAIN];
