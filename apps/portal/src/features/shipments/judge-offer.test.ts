import { describe, expect, test } from '@jest/globals';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { judgeCode, problemOfOffer } from './judge-offer.js';

const AT = '2026-11-25T08:00:00.000Z';
const offer = {
  state: 'open',
  capturedAt: AT,
  taker: 'qingtai',
  halves: [{ kid: 'k-warehouse', signature: '' }],
} as unknown as NonNullable<ShipmentRecord['offer']>;
const warehouse = { enterprise: 'qingtai', kid: 'k-warehouse', at: AT };

describe('the code of a hand-over', () => {
  test.each([
    ['', 'short'],
    ['2222222', 'short'],
    ['22222223', 'right'],
    ['22222224', 'wrong'],
    ['222222231', 'wrong'],
  ])('%p is %s', (code, expected) => {
    expect(judgeCode(code)).toBe(expected);
  });

  test.each([
    ['open to its taker', {}, {}, undefined],
    ['signed', { state: 'signed' }, {}, 'signed'],
    ['overtaken', { state: 'overtaken' }, {}, 'overtaken'],
    ['three days old', {}, { at: '2026-11-28T08:00:00.000Z' }, undefined],
    ['older than three days', {}, { at: '2026-11-28T08:00:00.001Z' }, 'expired'],
    ['for another firm', {}, { enterprise: 'linhe' }, 'foreign'],
    ['not signed for this key', {}, { kid: 'k-analyst' }, 'notYours'],
  ] as const)('%s', (_, change, who, expected) => {
    expect(problemOfOffer({ ...offer, ...change }, { ...warehouse, ...who })).toBe(expected);
  });
});
