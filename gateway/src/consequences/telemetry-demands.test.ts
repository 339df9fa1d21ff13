import { describe, expect, it } from '@jest/globals';
import type { ExcursionRecord, Offer } from '@yaosu/chaincode/model/telemetry/schemas';
import { excursionDemand } from './telemetry-demands.js';

const OFFERED = '2026-11-25T08:00:00.000Z';
const JUST_BEFORE = '2026-11-25T08:01:59.999Z';
const DUE = '2026-11-25T08:02:00.000Z';
const TRUCK = { kind: 'backupTruck', enterprise: 'carrier', site: null } as const;
const WAREHOUSE = { kind: 'qualifiedWarehouse', enterprise: 'wholesaler', site: '6901007000011' } as const;

const excursion = (
  states: readonly Offer['state'][],
  disposition: unknown = null,
  report: unknown = null,
): ExcursionRecord =>
  ({
    shipment: 'a'.repeat(64),
    episode: 'b'.repeat(64),
    offers: states.map((state, i) => ({ ...(i === 0 ? TRUCK : WAREHOUSE), state, offeredAt: OFFERED })),
    disposition,
    report,
  }) as unknown as ExcursionRecord;

describe('what an excursion demands', () => {
  it.each<[string, ExcursionRecord, string, string | undefined]>([
    ['an offer when there was none', excursion([]), OFFERED, 'offerContingency'],
    ['the next one after a refusal', excursion(['declined']), OFFERED, 'offerContingency'],
    ['the next one after a lapse', excursion(['lapsed']), OFFERED, 'offerContingency'],
    ['nothing when the list is at its end', excursion(['lapsed', 'declined']), DUE, undefined],
    ['time while an offer is unanswered', excursion(['proposed']), JUST_BEFORE, DUE],
    ['time while it is seen but unanswered', excursion(['acknowledged']), JUST_BEFORE, DUE],
    ['a lapse when the time is over', excursion(['acknowledged']), DUE, 'lapse'],
    ['nothing while an offer is taken up', excursion(['accepted']), DUE, undefined],
    ['nothing when it was executed', excursion(['executed']), DUE, undefined],
    ['nothing after the disposition', excursion(['declined'], {}), DUE, undefined],
    ['nothing for a logger that was reported', excursion([], null, {}), DUE, undefined],
  ])('is %s', (_name, record, now, expected) => {
    const next = excursionDemand(record, [TRUCK, WAREHOUSE], now);
    const said = next === undefined || 'nextAt' in next ? next?.nextAt : next.act.name;
    expect(said).toBe(expected);
  });
});
