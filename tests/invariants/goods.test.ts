import { describe, expect, test } from '@jest/globals';
import { effect, inspected, known, parcel, registered, sound, textOf } from './drafts.js';
import type { Effect, Fields } from './history.js';
import { checkHolders } from './holders.js';
import { checkLoggerSequence } from './logger-sequence.js';
import { checkParcelStatus } from './parcel-status.js';
import { checkParcels } from './parcels.js';
import { checkTransitions } from './transitions.js';

describe('I5', () => {
  test('stock that comes to what was signed is sound', () => {
    expect(checkParcels(sound)).toEqual([]);
  });

  test('stock out of nothing, lost stock and a changed parcel are named', () => {
    const lost = checkParcels([registered, inspected({ quantity: '5' })]);
    expect(textOf(lost)).toBe(
      'I5 Stock.inspect i: stock changed: B KGM by -1, not 0\nI5 in the end: B KGM by 9, not 10',
    );
    expect(textOf(checkParcels([registered, inspected({ quantity: '7' })]))).toContain('by 1, not 0');
    const other = effect({
      tx: 'x',
      act: 'Stock.move',
      writes: { 'parcel~r~0': parcel({ quantity: '11' }) },
    });
    expect(textOf(checkParcels([registered, other]))).toContain('parcel~r~0 has another quantity');
  });

  test('a parcel that is spent twice, by another command or deleted is named', () => {
    const again = effect({
      tx: 'i',
      act: 'Stock.move',
      writes: { 'parcel~r~0': parcel({ spentBy: 'cmd i' }) },
    });
    expect(textOf(checkParcels([...sound, again]))).toContain('was written after it was spent');
    const foreign = effect({
      tx: 'x',
      act: 'Stock.move',
      writes: { 'parcel~r~0': parcel({ spentBy: 'cmd y' }) },
    });
    expect(textOf(checkParcels([registered, foreign]))).toContain('spent by another command');
    const gone = effect({ tx: 'x', act: 'Stock.move', writes: { 'parcel~r~0': undefined } });
    expect(textOf(checkParcels([registered, gone]))).toContain('parcel~r~0 was deleted');
  });

  test('a use takes just what it says', () => {
    const payload = { batch: 'B', unit: 'KGM', quantity: '9' };
    const use = effect({
      tx: 'u',
      act: 'Stock.use',
      payload,
      writes: { 'parcel~r~0': parcel({ spentBy: 'cmd u' }) },
    });
    expect(textOf(checkParcels([registered, use]))).toContain('B KGM by -10, not -9');
  });
});

describe('I6', () => {
  const shipment = (tx: string, act: string, state: string): Effect =>
    effect({ tx, act, writes: { 'ship~S': { state, condition: 'clear' } } });
  const way = [shipment('1', 'Shipment.create', 'ready'), shipment('2', 'Shipment.load', 'loaded')];

  test('a step by another act, a jump, a birth in a later state and a deletion are named', () => {
    expect(checkTransitions(way)).toEqual([]);
    expect(textOf(checkTransitions([...way, shipment('3', 'Shipment.arrive', 'arrived')]))).toBe(
      'I6 Shipment.arrive 3: state of ship~S from loaded to arrived',
    );
    expect(textOf(checkTransitions([...way, shipment('3', 'Stock.use', 'inTransit')]))).toContain(
      'from loaded',
    );
    expect(textOf(checkTransitions([shipment('1', 'Shipment.create', 'loaded')]))).toContain(
      'from absent to loaded',
    );
    const gone = effect({ tx: '3', act: 'Shipment.load', writes: { 'ship~S': undefined } });
    expect(textOf(checkTransitions([...way, gone]))).toContain('from loaded to absent');
  });

  test('a release of what was never made is named', () => {
    const batch = (tx: string, act: string, disposition: string): Effect =>
      effect({ tx, act, writes: { 'batch~B': { disposition, market: 'none' } } });
    const made = batch('1', 'Batch.register', 'inProcess');
    expect(textOf(checkTransitions([made, batch('2', 'Batch.releaseFromSite', 'released')]))).toContain(
      'disposition of batch~B from inProcess to released',
    );
  });

  test('goods that change their status without an inspection are named', () => {
    expect(checkParcelStatus(sound)).toEqual([]);
    expect(textOf(checkParcelStatus([registered, inspected({ status: 'returned' })]))).toContain(
      'from quarantine to returned',
    );
    const moved = { ...inspected({}), command: effect({ tx: 'i', act: 'Stock.move' }).command };
    expect(textOf(checkParcelStatus([registered, moved]))).toContain(
      'Stock.move i: parcel~i~1 from quarantine',
    );
    const born = effect({ tx: 'x', act: 'Stock.move', writes: { 'parcel~x~0': parcel() } });
    expect(textOf(checkParcelStatus([born]))).toContain('parcel~x~0 from nothing to quarantine');
    const rewritten = effect({
      tx: 'x',
      act: 'Stock.inspect',
      writes: { 'parcel~r~0': parcel({ status: 'acceptable' }) },
    });
    expect(textOf(checkParcelStatus([registered, rewritten]))).toContain('from quarantine to acceptable');
  });
});

describe('I7', () => {
  const handOver = (by: readonly string[]): Effect =>
    effect({
      tx: 'h',
      act: 'Shipment.handOver',
      by,
      writes: { 'parcel~r~0': parcel({ holder: 'carrier' }) },
    });

  test('goods that pass on without both signatures, or to nobody, are named', () => {
    expect(checkHolders([...sound])).toEqual([]);
    expect(checkHolders([known, registered, handOver(['maker', 'carrier'])])).toEqual([]);
    expect(textOf(checkHolders([known, registered, handOver(['maker'])]))).toContain(
      'without the signature of carrier',
    );
    expect(textOf(checkHolders([known, registered, handOver(['carrier'])]))).toContain(
      'without the signature of maker',
    );
    expect(textOf(checkHolders([registered]))).toContain('held by maker, whom nobody knows');
  });

  const packed = (object: Fields, ...parcels: readonly Fields[]): readonly Effect[] => [
    known,
    effect({
      tx: 'p',
      act: 'Code.aggregate',
      writes: {
        'obj~C': { kind: 'case', state: 'packed', parent: null, contents: [{ count: 10 }], ...object },
        ...Object.fromEntries(
          parcels.map((change, i) => [
            `parcel~p~${String(i)}`,
            parcel({ unit: 'H87', container: 'C', ...change }),
          ]),
        ),
      },
    }),
  ];

  test('a case in two places, too full, opened, within another or unknown is named', () => {
    expect(checkHolders(packed({}, { quantity: '5' }, { quantity: '5' }))).toEqual([]);
    const apart = packed({}, { quantity: '5' }, { quantity: '5', site: 'T' });
    expect(textOf(checkHolders(apart))).toContain('obj~C: goods in two places');
    expect(textOf(checkHolders(packed({}, { quantity: '11' })))).toContain('more goods than went into it');
    expect(textOf(checkHolders(packed({ state: 'opened' }, {})))).toContain('although it was opened');
    expect(textOf(checkHolders(packed({ parent: 'P' }, {})))).toContain('stands in another container');
    expect(textOf(checkHolders(packed({}, { container: 'D' })))).toContain('obj~D: goods under a code');
  });
});

describe('I8', () => {
  const HOUR = 3_600_000;
  const page = (sequence: number, hour: number, doubts: readonly string[] = []): Effect => {
    const summary = {
      first: { at: hour * HOUR },
      last: { at: hour * HOUR + 55 * 60_000 },
      intervalSeconds: 300,
      gaps: 0,
    };
    const value = { logger: 'L', shipment: 'S', sequence, summary, doubts };
    return effect({
      tx: String(sequence),
      act: 'Telemetry.recordPages',
      writes: { [`page~L~${String(sequence)}`]: value },
    });
  };

  test('pages in any order are sound; a missing number or hour is named unless a gap is on record', () => {
    expect(checkLoggerSequence([page(1, 1), page(0, 0), page(2, 2)])).toEqual([]);
    expect(textOf(checkLoggerSequence([page(0, 0), page(2, 1)]))).toBe(
      'I8 page~L~2 comes after 0, and no gap is on record',
    );
    expect(textOf(checkLoggerSequence([page(0, 0), page(1, 3)]))).toContain('begins long after');
    expect(textOf(checkLoggerSequence([page(0, 1), page(1, 0)]))).toContain('before the page before it ends');
    expect(checkLoggerSequence([page(0, 0), page(2, 3, ['gap'])])).toEqual([]);
  });
});
