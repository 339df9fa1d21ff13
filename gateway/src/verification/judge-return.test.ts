import { expect, test } from '@jest/globals';
import { ADDITIONAL_INFO, FAILURE_REASONS, verdict } from '../api/verification.js';
import { judgeReturn, UNKNOWN_PACK, UNTOLD, type ReturnFacts } from './judge-return.js';

const FIT: ReturnFacts = {
  isLotRight: true,
  isExpiryRight: true,
  isSuspect: false,
  isRecalled: false,
  isExpired: false,
  isBarred: false,
};
const ALL_BAD = { isSuspect: true, isRecalled: true, isExpired: true, isBarred: true };

const ROWS: readonly (readonly [string, Partial<ReturnFacts>, string | undefined, string | undefined])[] = [
  ['A: everything matches', {}, undefined, undefined],
  ['B2: recalled', { isRecalled: true, isBarred: true }, 'Manufacturer_policy', 'Recalled'],
  ['B2: expired', { isExpired: true, isBarred: true }, 'Manufacturer_policy', 'Expired'],
  ['C1: suspect', { isSuspect: true }, 'Not_for_re-distribution', 'Suspect'],
  ['C1: suspect, whatever else', ALL_BAD, 'Not_for_re-distribution', 'Suspect'],
  ['C2: held, stopped or not released', { isBarred: true }, 'Manufacturer_policy', undefined],
  ['D: the lot cannot be read', { isLotRight: undefined, ...ALL_BAD }, 'No_reason_provided', undefined],
  ['E: another lot', { isLotRight: false, ...ALL_BAD }, 'No_match_GTIN_Serial_Lot', undefined],
  ['E: another expiry', { isExpiryRight: false, ...ALL_BAD }, 'No_match_GTIN_Serial_Expiry', undefined],
  [
    'E: neither',
    { isLotRight: false, isExpiryRight: false, ...ALL_BAD },
    'No_match_GTIN_Serial_Lot_Expiry',
    undefined,
  ],
];

test.each(ROWS)('%s', (_scenario, facts, reason, info) => {
  const judged = judgeReturn({ ...FIT, ...facts });
  expect(judged.verified).toBe(reason === undefined);
  expect([judged.verificationFailureReason, judged.additionalInfo]).toEqual([reason, info]);
});

test('every reason and every word of the standard is given, and no other', () => {
  const given = [...ROWS.map(([, facts]) => judgeReturn({ ...FIT, ...facts })), UNKNOWN_PACK, UNTOLD];
  expect(given.map((each) => verdict.safeParse(each).success)).not.toContain(false);
  const named = (name: 'verificationFailureReason' | 'additionalInfo') =>
    [...new Set(given.flatMap((each) => each[name] ?? []))].sort();
  expect(named('verificationFailureReason')).toEqual([...FAILURE_REASONS].sort());
  expect(named('additionalInfo')).toEqual([...ADDITIONAL_INFO].sort());
});
