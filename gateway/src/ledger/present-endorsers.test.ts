import { describe, expect, it } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { presentEndorsers } from './present-endorsers.js';

const M = 'ManufacturerMSP';
const C = 'CdmoMSP';
const L = 'LogisticsMSP';
const R = 'RegulatorMSP';
const goods: Act = ACTS.Batch.releaseFromSite;
const site: Act = ACTS.Enterprise.addSite;

interface Row {
  readonly act: Act;
  readonly table: readonly MspId[];
  readonly away: readonly MspId[];
  readonly expected: readonly MspId[] | undefined;
}

/** By hand: three do for any goods; the Regulator with the owner's host; the Regulator with anybody for what has no owner. */
const ROWS: readonly Row[] = [
  { act: goods, table: [R, M], away: [], expected: [R, M] },
  { act: goods, table: [R, M], away: [C], expected: [R, M] },
  { act: goods, table: [R, M], away: [C, L], expected: [R, M] },
  { act: goods, table: [R, M], away: [M], expected: [C, L, R] },
  { act: goods, table: [R, M], away: [R], expected: [M, C, L] },
  { act: goods, table: [R, M], away: [M, L], expected: undefined },
  { act: goods, table: [R, M], away: [R, L], expected: undefined },
  { act: goods, table: [R, M, L], away: [L, C], expected: [R, M] },
  { act: site, table: [R, M], away: [M, L], expected: [C, R] },
  { act: site, table: [R, M], away: [R, L], expected: undefined },
  { act: site, table: [R, M], away: [M, C, L], expected: undefined },
];

describe('who endorses while some do not answer', () => {
  it.each(ROWS)('$act.name by $table, $away away: $expected', ({ act, table, away, expected }) => {
    const chosen = presentEndorsers(act, table, new Set(away));
    expect(chosen === undefined ? undefined : [...chosen].sort()).toEqual(
      expected === undefined ? undefined : [...expected].sort(),
    );
  });
});
