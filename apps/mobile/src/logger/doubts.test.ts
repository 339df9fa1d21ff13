import { describe, expect, it } from '@jest/globals';
import type { Entry, EntryState } from '../outbox/entry.js';
import { expectedDoubts, unreported, type Doubt } from './doubts.js';

const AT = '2026-11-25T08:00:00.000Z';
const SHIPMENT = 'a'.repeat(64);
const LOGGERS = ['1'.repeat(64), '2'.repeat(64)] as const;
const trip = { shipment: SHIPMENT, loggers: LOGGERS };

const known = (kind: Doubt['kind'], change: Partial<Doubt> = {}): Doubt => ({
  shipment: SHIPMENT,
  logger: LOGGERS[0],
  kind,
  openedAt: AT,
  isOpen: false,
  ...change,
});
const said = (cause: string, state: EntryState = 'onDevice'): Entry =>
  ({
    state,
    receipt: null,
    envelope: {
      command: {
        contract: 'Telemetry',
        act: 'reportLogger',
        capturedAt: AT,
        payload: { shipment: SHIPMENT, logger: LOGGERS[0], cause },
      },
    },
  }) as unknown as Entry;

describe('loggers in doubt', () => {
  it.each<readonly [string, readonly Doubt[], readonly string[]]>([
    ['nothing is known', [], LOGGERS],
    ['one is lost', [known('loggerLost')], [LOGGERS[1]]],
    ['one is faulty', [known('loggerFaulty')], [LOGGERS[1]]],
    ['one has measured a breach', [known('unbroken')], LOGGERS],
    ['it was lost on another trip', [known('loggerLost', { shipment: 'b'.repeat(64) })], LOGGERS],
  ])('may be reported when %s', (_, doubts, expected) => {
    expect(unreported(trip, doubts)).toEqual(expected);
  });

  it('are open at once when this phone reports them, and not when the ledger has refused that', () => {
    const open = known('loggerFaulty', { isOpen: true });
    expect(expectedDoubts([], [said('faulty')], 7)).toEqual([open]);
    expect(expectedDoubts([], [said('faulty', 'refused')], 7)).toEqual([]);
  });
});
