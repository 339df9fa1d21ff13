/** What acts of the ledger are as EPCIS events, beside those that enterprises capture. */
import type { LedgerTransaction } from '@yaosu/network';
import { EVENTS_OF_ACTS } from '../epcis/own-acts/events-of-acts.js';
import { ownEventRows } from '../epcis/own-acts/own-event-rows.js';
import { isObject } from '../epcis/own-acts/names.js';
import type { WrittenAct } from '../epcis/own-acts/written-act.js';
import type { Projected } from './projector.js';

/** Keeps the events that a valid transaction is. */
export const saveOwnEvents = (
  { rows, seen }: Pick<Projected, 'rows' | 'seen'>,
  { fn, timestamp }: LedgerTransaction,
  act: WrittenAct | undefined,
): void => {
  if (act === undefined || !Object.hasOwn(EVENTS_OF_ACTS, fn)) return;
  for (const { event, epcs } of ownEventRows(act, timestamp)) {
    rows.put('epcis_events', event);
    for (const each of epcs) {
      rows.put('epcis_epcs', each);
      if (isObject(each.epc)) seen.add(each.epc);
    }
  }
};
