/** What acts of the ledger are as EPCIS events, beside those that enterprises capture. */
import type { LedgerTransaction } from '@yaosu/network';
import { EVENTS_OF_ACTS } from '../epcis/own-acts/events-of-acts.js';
import { ownEventRows } from '../epcis/own-acts/own-event-rows.js';
import { isObject } from '../epcis/own-acts/names.js';
import type { Change } from './changes.js';
import type { Projected } from './projector.js';
import { writtenActOf } from './written-act-of.js';

/** Keeps the events that a valid transaction is. */
export const saveOwnEvents = (
  { rows, seen }: Pick<Projected, 'rows' | 'seen'>,
  transaction: LedgerTransaction,
  block: number,
  changes: readonly Change[],
): void => {
  const { fn, timestamp } = transaction;
  const act = Object.hasOwn(EVENTS_OF_ACTS, fn) ? writtenActOf(transaction, block, changes) : undefined;
  if (act === undefined) return;
  for (const { event, epcs } of ownEventRows(act, timestamp)) {
    rows.put('epcis_events', event);
    for (const each of epcs) {
      rows.put('epcis_epcs', each);
      if (isObject(each.epc)) seen.add(each.epc);
    }
  }
};
