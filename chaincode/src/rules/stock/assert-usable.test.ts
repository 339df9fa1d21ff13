import { describe, expect, test } from '@jest/globals';
import type { BatchRecord } from '../../model/batch/schemas.js';
import type { HoldRecord, StopRecord } from '../../model/batch/goods-schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { PARCEL_STATUSES, PURPOSES, type ParcelStatus, type Purpose } from '../../model/stock/states.js';
import { assertUsable, stopBinds, type Blocks } from './assert-usable.js';

const NOW = '2026-11-25T08:00:00.000Z';
const FREE: Blocks = { stops: [], holds: [] };

const packed = (change: Partial<BatchRecord> = {}): BatchRecord =>
  ({
    batch: 'b',
    kind: 'packed',
    disposition: 'released',
    market: 'released',
    usableUntil: '2026-11-25',
    ...change,
  }) as BatchRecord;
const stop = (change: Partial<StopRecord> = {}): Blocks => ({
  holds: [],
  stops: [{ placedAt: NOW, provisional: false, lifted: false, drill: false, ...change } as StopRecord],
});
const hold = (liftedBy: unknown = null): Blocks => ({ stops: [], holds: [{ liftedBy } as HoldRecord] });

const verdict = (
  purpose: Purpose,
  batch: BatchRecord,
  blocks: Blocks = FREE,
  statuses: readonly ParcelStatus[] = ['acceptable'],
  at: string = NOW,
): string => {
  try {
    assertUsable(purpose, batch, blocks, statuses, at);
    return 'ok';
  } catch (error) {
    if (!(error instanceof YaosuError)) throw error;
    return error.code;
  }
};

/** Written by hand: what may go home or end whatever stands against it. */
const HOMEWARD: readonly Purpose[] = [
  'sample',
  'returnToSupplier',
  'customerReturn',
  'recallReturn',
  'destruction',
];
const isHomeward = (purpose: Purpose): boolean => HOMEWARD.includes(purpose);

describe('what goods may be used for', () => {
  test.each(PURPOSES)('%s of free, released, acceptable goods', (purpose) => {
    expect(verdict(purpose, packed())).toBe('ok');
  });

  test.each(PURPOSES)('%s of stopped, held and expired goods', (purpose) => {
    expect(verdict(purpose, packed(), stop())).toBe(isHomeward(purpose) ? 'ok' : 'BATCH_STOPPED');
    expect(verdict(purpose, packed(), hold())).toBe(isHomeward(purpose) ? 'ok' : 'BATCH_HELD');
    const expired = packed({ usableUntil: '2026-11-24' });
    expect(verdict(purpose, expired)).toBe(isHomeward(purpose) ? 'ok' : 'BATCH_EXPIRED');
  });

  test.each([
    ['lifted', stop({ lifted: true }), NOW, 'ok'],
    ['provisional, 72 hours old', stop({ provisional: true }), '2026-11-28T08:00:00.000Z', 'BATCH_STOPPED'],
    ['provisional, older', stop({ provisional: true }), '2026-11-28T08:00:00.001Z', 'ok'],
    ['confirmed, a year old', stop(), '2027-11-25T08:00:00.000Z', 'BATCH_STOPPED'],
    ['held and lifted again', hold({ enterprise: 'e' }), NOW, 'ok'],
  ])('a batch with a block that is %s', (_, blocks, at, expected) => {
    expect(verdict('use', packed({ usableUntil: '2030-01-01' }), blocks, ['acceptable'], at)).toBe(expected);
  });

  test.each(PURPOSES)('%s of goods that only a drill has stopped', (purpose) => {
    for (const change of [{}, { provisional: true }, { lifted: true }]) {
      expect(verdict(purpose, packed(), stop({ drill: true, ...change }))).toBe('ok');
    }
  });

  test.each(PURPOSES)('%s of goods with a stop in earnest beside a drill’s', (purpose) => {
    const stops = [...stop({ drill: true }).stops, ...stop().stops];
    const expected = isHomeward(purpose) ? 'ok' : 'BATCH_STOPPED';
    expect(verdict(purpose, packed(), { stops, holds: [] })).toBe(expected);
  });

  test.each([
    ['stands', stop(), true],
    ['of a drill', stop({ drill: true }), true],
    ['lifted', stop({ lifted: true }), false],
    ['of a drill, lifted', stop({ drill: true, lifted: true }), false],
  ])('a stop in its own investigation: %s', (_, { stops }, binds) => {
    expect(stops.map((each) => stopBinds(each, NOW))).toEqual([binds]);
  });

  test('one stop of several suffices', () => {
    const stops = [...stop({ lifted: true }).stops, ...stop().stops];
    expect(verdict('sale', packed(), { stops, holds: [] })).toBe('BATCH_STOPPED');
  });

  /** Purpose → dispositions that suffice, by hand. */
  const DISPOSITIONS: Readonly<Record<string, readonly Purpose[]>> = {
    inProcess: [...HOMEWARD, 'transferUnderQuarantine'],
    quarantine: [...HOMEWARD, 'transferUnderQuarantine'],
    rejected: HOMEWARD,
  };
  test.each(Object.entries(DISPOSITIONS))('a batch %s', (disposition, allowed) => {
    for (const purpose of PURPOSES) {
      const batch = packed({ disposition: disposition as BatchRecord['disposition'] });
      expect([purpose, verdict(purpose, batch)]).toEqual([
        purpose,
        allowed.includes(purpose) ? 'ok' : 'BATCH_NOT_RELEASED',
      ]);
    }
  });

  test('drugs are sold and dispensed after the second release, other goods after the first', () => {
    const waiting = packed({ market: 'none' });
    expect(PURPOSES.filter((purpose) => verdict(purpose, waiting) !== 'ok')).toEqual(['dispense', 'sale']);
    expect(verdict('sale', { ...waiting, kind: 'startingMaterial' })).toBe('ok');
  });

  /** Status → purposes that it suffices for, by hand. */
  const STATUSES: Readonly<Record<ParcelStatus, readonly Purpose[]>> = {
    acceptable: PURPOSES,
    quarantine: [...HOMEWARD, 'transferUnderQuarantine'],
    pending: HOMEWARD,
    returned: HOMEWARD,
    unacceptable: HOMEWARD.filter((purpose) => purpose !== 'sample'),
  };
  test.each(PARCEL_STATUSES)('a parcel that is %s', (status) => {
    for (const purpose of PURPOSES) {
      const expected = STATUSES[status].includes(purpose) ? 'ok' : 'PARCEL_STATUS_UNFIT';
      expect([purpose, verdict(purpose, packed(), FREE, ['acceptable', status])]).toEqual([
        purpose,
        expected,
      ]);
    }
  });
});
