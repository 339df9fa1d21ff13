/** I8: pages of a logger follow one another; where a number or a stretch of time is missing, a gap is on record. */
import type { PageRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import type { Effect } from './history.js';
import type { Violation } from './violation.js';

/** A page and when it was recorded. */
interface Recorded {
  readonly page: PageRecord;
  readonly order: number;
}

const GAP_INTERVALS = 2;
const SECOND_MS = 1_000;

/** The first place where a number or time is missing. */
const holeIn = (pages: readonly PageRecord[]): string | undefined => {
  for (const [i, page] of pages.entries()) {
    const before = pages[i - 1];
    if (before === undefined) continue;
    const at = `page~${page.logger}~${String(page.sequence)}`;
    if (page.sequence !== before.sequence + 1) return `${at} comes after ${String(before.sequence)}`;
    const interval = Math.max(page.summary.intervalSeconds, before.summary.intervalSeconds) * SECOND_MS;
    const distance = page.summary.first.at - before.summary.last.at;
    if (distance <= 0) return `${at} begins before the page before it ends`;
    if (distance > GAP_INTERVALS * interval) return `${at} begins long after the page before it ended`;
  }
  return undefined;
};

const byLoad = (history: readonly Effect[]): ReadonlyMap<string, readonly Recorded[]> => {
  const loads = new Map<string, Recorded[]>();
  let order = 0;
  for (const { type, value } of history.flatMap(({ writes }) => writes)) {
    if (type !== 'page' || value === undefined) continue;
    const page = value as unknown as PageRecord;
    const load = `${page.logger} ${page.shipment}`;
    loads.set(load, [...(loads.get(load) ?? []), { page, order: (order += 1) }]);
  }
  return loads;
};

/** I8: what was said last of a load with a hole in its readings says that there is a gap. */
export const checkLoggerSequence = (history: readonly Effect[]): readonly Violation[] =>
  [...byLoad(history).values()].flatMap((recorded): readonly Violation[] => {
    const pages = recorded.map(({ page }) => page).sort((a, b) => a.sequence - b.sequence);
    const hole = holeIn(pages);
    const last = recorded.reduce((a, b) => (a.order > b.order ? a : b)).page;
    const inner = pages.some(({ summary }) => summary.gaps > 0);
    const isOnRecord = last.doubts.includes('gap');
    if (hole === undefined) {
      if (!inner || isOnRecord) return [];
      return [
        { invariant: 'I8', what: `a page of logger ${last.logger} has a gap that the verdict leaves out` },
      ];
    }
    return isOnRecord ? [] : [{ invariant: 'I8', what: `${hole}, and no gap is on record` }];
  });
