/** What acts of the ledger are as EPCIS events, beside those that enterprises capture. */
import { findAct } from '@yaosu/chaincode/model/acts';
import type { LedgerTransaction } from '@yaosu/network';
import { EVENTS_OF_ACTS } from '../epcis/own-acts/events-of-acts.js';
import { ownEventRows } from '../epcis/own-acts/own-event-rows.js';
import type { Written } from '../epcis/own-acts/written-act.js';
import { isObject } from '../epcis/own-acts/names.js';
import { commandOf, type Change } from './changes.js';
import type { Projected } from './projector.js';

const writtenBy = (changes: readonly Change[]): readonly Written[] =>
  changes.flatMap(({ key, type, record }) =>
    record === undefined ? [] : [{ key, type, value: record.value }],
  );

/** Keeps the events that a valid transaction is. */
export const saveOwnEvents = (
  { rows, seen }: Pick<Projected, 'rows' | 'seen'>,
  transaction: LedgerTransaction,
  block: number,
  changes: readonly Change[],
): void => {
  const { fn, txId, timestamp } = transaction;
  if (changes.length === 0 || !Object.hasOwn(EVENTS_OF_ACTS, fn)) return;
  const command = commandOf(transaction);
  if (command === undefined || `${command.contract}:${command.act}` !== fn) return;
  const isFact = findAct(command.contract, command.act)?.kind === 'fact';
  const at = isFact ? command.capturedAt : timestamp;
  const act = { command, at, txId, block, written: writtenBy(changes) };
  for (const { event, epcs } of ownEventRows(act, timestamp)) {
    rows.put('epcis_events', event);
    for (const each of epcs) {
      rows.put('epcis_epcs', each);
      if (isObject(each.epc)) seen.add(each.epc);
    }
  }
};
