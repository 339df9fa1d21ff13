/** Rules of entries that both back ends follow. */
import { ERRORS } from '../api/errors.js';
import type { AuditRow, EntryState, FinalState, JournalEntry, NewEntry } from './journal.js';

/** Whether nothing more happens to a command. */
export const isFinal = (state: EntryState): state is FinalState =>
  state.name === 'committed' || state.name === 'refused';

/** Whether a known command is taken over once more. */
export const isReopenedBy = (known: JournalEntry, entry: NewEntry): boolean =>
  known.state.name === 'refused' &&
  (known.envelope !== entry.envelope || ERRORS[known.state.code].retry === 'same');

/** The audit row of an entry's present state. */
export const auditRow = (entry: JournalEntry, seq: number, at: string): AuditRow => ({
  seq,
  at,
  cmd: entry.cmd,
  contract: entry.contract,
  act: entry.act,
  by: entry.by,
  event: entry.state.name,
  txId: 'txId' in entry.state ? entry.state.txId : null,
  code: 'code' in entry.state ? entry.state.code : null,
});
