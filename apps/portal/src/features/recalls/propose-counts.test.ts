import { describe, expect, test } from '@jest/globals';
import { NOTHING_COUNTED } from '@yaosu/chaincode/model/recall/nothing-counted';
import { proposeReconciliation, proposeResponse } from './propose-counts.js';

const BATCH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const of = (batch: string, counted: Partial<Record<keyof typeof NOTHING_COUNTED, string>>) => ({
  batch,
  unit: 'H87' as const,
  ...NOTHING_COUNTED,
  ...counted,
});
const response = (enterprise: string, counts: ReturnType<typeof of>[]) => ({
  enterprise,
  stage: 'counted' as const,
  at: '2026-11-25T08:00:00.000Z',
  counts,
});

describe('counts that pages propose', () => {
  test('a holder’s shelves of a batch are one count', () => {
    const line = { batch: BATCH, unit: 'H87' };
    const held = [
      { ...line, quantity: '90' },
      { ...line, quantity: '7' },
    ];
    expect(proposeResponse(held)).toEqual([of(BATCH, { received: '97', onHand: '97' })]);
  });

  test('what one forwarded and another received is counted once', () => {
    const responses = [
      response('wholesaler', [
        of(BATCH, { received: '9940', onHand: '9740', forwarded: '100', destroyed: '100' }),
      ]),
      response('pharmacy', [of(BATCH, { received: '100', onHand: '1', inTransit: '96', used: '3' })]),
    ];
    expect(proposeReconciliation({ responses, holders: [] })).toEqual([
      {
        ...of(BATCH, { received: '9940', onHand: '9741', inTransit: '96', destroyed: '100', used: '3' }),
        reason: null,
      },
    ]);
  });

  test('who is silent has the goods unaccounted', () => {
    const holders = [
      { batch: BATCH, holder: 'wholesaler', quantity: '40', unit: 'H87', response: 'counted' },
      { batch: OTHER, holder: 'pharmacy', quantity: '5', unit: 'H87', response: null },
    ];
    const responses = [response('wholesaler', [of(BATCH, { received: '40', onHand: '40' })])];
    expect(proposeReconciliation({ responses, holders })).toEqual([
      { ...of(BATCH, { received: '40', onHand: '40' }), reason: null },
      { ...of(OTHER, { received: '5', unaccounted: '5' }), reason: null },
    ]);
  });
});
