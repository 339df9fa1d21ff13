/** All rows of the differential list, in the order of their numbers. */
import type { Row } from '../row.js';
import { callRows } from './calls.js';
import { chainRows } from './chain.js';
import { conflictRows } from './conflicts.js';
import { errorRows } from './errors.js';
import { foundRows } from './found.js';
import { policyRows } from './policies.js';
import { privateRows } from './private-data.js';
import { privateLifeRows } from './private-life.js';
import { queryRows } from './queries.js';
import { rangeRows } from './ranges.js';
import { stateRows } from './state.js';

/** Section 14 of the ledger semantics has 65; the others are scripts that once differed. */
export const ROW_COUNT = 68;

export const ROWS: readonly Row[] = [
  ...stateRows,
  ...conflictRows,
  ...rangeRows,
  ...queryRows,
  ...callRows,
  ...errorRows,
  ...policyRows,
  ...privateRows,
  ...privateLifeRows,
  ...chainRows,
  ...foundRows,
].sort((a, b) => a.id - b.id);
